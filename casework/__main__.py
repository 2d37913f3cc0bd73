"""The commands, as `python -m casework`."""

from casework.cli import main

if __name__ == "__main__":
    main()
