"""Pictures of QR codes: the codes by another library, the pictures by hand, since packing differs from one version of a
library to the next and the same files are to come out everywhere.
"""

import struct
import zlib

import segno

from generate import ACCOUNTS, in_transfer, in_uri, transfer, uri


def png(rows):
    """A picture of rows of shades, packed by not packing it at all."""
    height, width = len(rows), len(rows[0])
    data = b"".join(b"\0" + bytes(row) for row in rows)
    blocks = [data[at : at + 65535] for at in range(0, len(data), 65535)]
    stored = b"".join(
        struct.pack("<BHH", place == len(blocks) - 1, len(block), len(block) ^ 0xFFFF) + block
        for place, block in enumerate(blocks))
    packed = b"\x78\x01" + stored + struct.pack(">I", zlib.adler32(data))
    chunk = lambda name, body: struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def shades(text, scale=4, border=4):
    code = segno.make_qr(text, error="m", mode="byte", encoding="utf-8", eci=False)
    return [[0 if dark else 255 for dark in row] for row in code.matrix_iter(scale=scale, border=border)]


def files():
    account = ACCOUNTS[0]
    yield "picture-uri.png", png(shades(uri(account))), "picture", [], [in_uri(account)]
    small = [in_uri(a) for a in ACCOUNTS if in_transfer(a)][:2]
    yield "picture-transfer.png", png(shades(transfer(small, 0, 1, 77))), "picture", [], small
