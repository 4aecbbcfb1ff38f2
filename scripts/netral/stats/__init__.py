"""Exports of web forms and a roster of staff -> the figures of one week. Run where the private data are."""
