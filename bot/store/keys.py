"""The key file: without it nobody can read the words in the database or forge its log."""

import hmac
import os
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.store.errors import StoreError

KEY_BYTES = 32
NONCE_BYTES = 12


class Keys:
    """One secret, and the keys for different uses that follow from it."""

    def __init__(self, secret: bytes) -> None:
        self._wrap = derive(secret, "wrap case keys")
        self._inbox = derive(secret, "seal inbox")
        self._roster = derive(secret, "seal roster")
        self._log = derive(secret, "sign log")
        self._digest = derive(secret, "digest content")
        self._mark = derive(secret, "mark words")
        self.fingerprint = derive(secret, "fingerprint").hex()

    def wrap(self, case_key: bytes, number: int) -> bytes:
        return lock(self._wrap, case_key, f"case {number}")

    def unwrap(self, wrapped: bytes, number: int) -> bytes:
        return unlock(self._wrap, wrapped, f"case {number}")

    def seal_update(self, raw: str, update_id: int) -> bytes:
        return lock(self._inbox, to_bytes(raw), f"update {update_id}")

    def open_update(self, sealed: bytes, update_id: int) -> str:
        return to_str(unlock(self._inbox, sealed, f"update {update_id}"))

    def seal_part(self, raw: str, message_id: int) -> bytes:
        return lock(self._inbox, to_bytes(raw), f"album part {message_id}")

    def open_part(self, sealed: bytes, message_id: int) -> str:
        return to_str(unlock(self._inbox, sealed, f"album part {message_id}"))

    def seal_names(self, names: str, about: str) -> bytes:
        return lock(self._roster, to_bytes(names), about)

    def open_names(self, sealed: bytes, about: str) -> str:
        return to_str(unlock(self._roster, sealed, about))

    def sign(self, content: bytes) -> str:
        """A row's signature: 64 hexadecimal digits."""
        return hmac.digest(self._log, content, "sha256").hex()

    def mark(self, words: str) -> bytes:
        """The same for the same words, and for whoever has no key file nothing at all."""
        return hmac.digest(self._mark, to_bytes(words), "sha256")

    def digest(self, content: str) -> str:
        """Tells equal texts from different ones; without the key file nobody can try texts against it."""
        return hmac.digest(self._digest, to_bytes(content), "sha256").hex()


def derive(secret: bytes, use: str) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=f"lollipop {use}".encode()).derive(secret)


def lock(key: bytes, content: bytes, about: str) -> bytes:
    """Nonce and ciphertext; only the same key and the same `about` open it."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, about.encode())


def unlock(key: bytes, locked: bytes, about: str) -> bytes:
    try:
        return AESGCM(key).decrypt(locked[:NONCE_BYTES], locked[NONCE_BYTES:], about.encode())
    except (InvalidTag, ValueError) as error:  # ValueError: cut short
        raise StoreError(
            f"The sealed words of {about} cannot be opened: they or the key file were changed."
        ) from error


def commit_to(case_key: bytes, row: int, words: str) -> str:
    """A promise of what was said that gives nothing away, and says under which key it can be checked."""
    salt = derive(case_key, f"salt {row}")
    return f"{key_name(case_key)}:{hmac.digest(salt, to_bytes(words), 'sha256').hex()}"


def key_name(case_key: bytes) -> str:
    return sha256(derive(case_key, "name")).hexdigest()[:16]


def to_bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")  # Telegram lets half a surrogate pair through


def to_str(content: bytes) -> str:
    return content.decode("utf-8", "surrogatepass")


def read_key(path: Path) -> Keys | None:
    """The keys of the file at `path`, None where there is none. Raises StoreError for a broken file."""
    try:
        text = path.read_text(encoding="ascii").strip()
        secret = bytes.fromhex(text)
        if path.stat().st_mode & 0o077:
            path.chmod(0o600)
    except FileNotFoundError:
        return None
    except ValueError as error:
        raise StoreError(f"The key file {path} is not a key: 64 hexadecimal digits are expected.") from error
    except OSError as error:
        raise StoreError(f"The key file {path} cannot be read: {error.strerror}.") from error
    if len(secret) != KEY_BYTES:
        raise StoreError(f"The key file {path} is not a key: 64 hexadecimal digits are expected.")
    return Keys(secret)


def make_key(path: Path) -> Keys:
    """A new key file, on the disk and mode 0600 before anything is sealed with it. Raises StoreError."""
    secret = os.urandom(KEY_BYTES)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(f"{secret.hex()}\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise StoreError(f"The key file {path} cannot be written: {error.strerror}.") from error
    return Keys(secret)
