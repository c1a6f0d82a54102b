"""What the database says, in one sentence, when it cannot do what it was asked."""


class StoreError(Exception):
    """The database or its key cannot be used; the message is one sentence for the person in charge."""
