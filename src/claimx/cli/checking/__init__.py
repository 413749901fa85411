"""What the commands that check share: the project, what was found in its sources, the files it starts with."""
