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


def bmp(rows):
    """Three bytes a pixel, the lowest row first, rows filled up to four bytes."""
    height, width = len(rows), len(rows[0])
    data = b"".join(bytes(shade for shade in row for _ in range(3)) + b"\0" * (-3 * width % 4) for row in reversed(rows))
    return (struct.pack("<2sIII", b"BM", 54 + len(data), 0, 54)
            + struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, len(data), 2835, 2835, 0, 0) + data)


def gif(rows):
    """A palette of greys and codes of eight bits: the list of codes is begun anew before a ninth bit is needed."""
    height, width = len(rows), len(rows[0])
    pixels = bytes(shade // 2 for row in rows for shade in row)
    codes = b"".join(b"\x80" + pixels[at : at + 120] for at in range(0, len(pixels), 120)) + b"\x81"
    blocks = [codes[at : at + 255] for at in range(0, len(codes), 255)]
    palette = bytes(shade * 255 // 127 for shade in range(128) for _ in range(3))
    return (b"GIF89a" + struct.pack("<HHBBB", width, height, 0xE6, 0, 0) + palette
            + struct.pack("<cHHHHB", b",", 0, 0, width, height, 0) + b"\x07"
            + b"".join(bytes([len(block)]) + block for block in blocks) + b"\0;")


def webp(rows):
    """Lossless: no transforms, no cache, and for red, green and blue a code of one bit each, black and white."""
    height, width = len(rows), len(rows[0])
    bits = []
    put = lambda value, count: bits.extend(value >> place & 1 for place in range(count))
    put(0x2F, 8), put(width - 1, 14), put(height - 1, 14), put(0, 1 + 3 + 1 + 1 + 1)
    two = lambda: (put(1, 1), put(1, 1), put(0, 1), put(0, 1), put(255, 8))
    two(), two(), two()
    put(1, 1), put(0, 1), put(1, 1), put(255, 8)
    put(1, 1), put(0, 1), put(0, 1), put(0, 1)
    for row in rows:
        for shade in row:
            put(7 if shade else 0, 3)
    bits.extend([0] * (-len(bits) % 16))
    data = bytes(sum(bit << place for place, bit in enumerate(bits[at : at + 8])) for at in range(0, len(bits), 8))
    chunk = b"VP8L" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", 4 + len(chunk)) + b"WEBP" + chunk


def shades(text, scale=4, border=4):
    code = segno.make_qr(text, error="m", mode="byte", encoding="utf-8", eci=False)
    return [[0 if dark else 255 for dark in row] for row in code.matrix_iter(scale=scale, border=border)]


def files():
    account = ACCOUNTS[0]
    yield "picture-uri.png", png(shades(uri(account))), "picture", [], [in_uri(account)]
    for place, written in enumerate([bmp, gif, webp], 1):
        account = ACCOUNTS[place]
        yield f"picture-uri.{written.__name__}", written(shades(uri(account))), "picture", [], [in_uri(account)]
    small = [in_uri(a) for a in ACCOUNTS if in_transfer(a)][:2]
    yield "picture-transfer.png", png(shades(transfer(small, 0, 1, 77))), "picture", [], small
