"""Each clause of the five policies, what does it, and the test that shows it."""
