"""outside: the addresses of the data that lead off the site -> whether they still answer.

The only part that uses the network. It runs by itself once a week (`.github/workflows/links.yml`), never in a build: a
host that sleeps one morning must not keep the site from being published.
"""
