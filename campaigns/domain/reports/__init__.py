"""What the team and sponsors read about campaigns and films: sums, plots, tables, files."""
