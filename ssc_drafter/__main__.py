"""`ssc-drafter` and `python -m ssc_drafter`."""

from __future__ import annotations

from ssc_drafter.cli.main import main

if __name__ == "__main__":
    main()
