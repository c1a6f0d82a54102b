"""Makes the models that ship with the bot; needs the `train` extra, never runs with the bot."""
