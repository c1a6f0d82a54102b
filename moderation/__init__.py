"""What a post breaks, and what should follow: pure values, no clock, no database, no network."""
