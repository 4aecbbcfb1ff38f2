"""`python -m netral` is the same as the command `netral`."""

from netral.cli import main

raise SystemExit(main())
