"""The academic year, weeks, times and dates as Russian registers and plans write them."""
