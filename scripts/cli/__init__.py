"""The command line: each module holds the commands for one kind of task."""
