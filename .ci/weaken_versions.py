#!/usr/bin/env python3
"""Marks needed symbol versions of a 64-bit little-endian ELF file as weak, so that it also loads where they are missing.

usage: weaken_versions.py IN OUT VERSION...
"""

import struct
import sys

SHT_GNU_VERNEED = 0x6FFFFFFE
VER_FLG_WEAK = 2


def sections(elf):
    """Headers of all sections: name, type, flags, address, offset, size, link, …"""
    (start,) = struct.unpack_from("<Q", elf, 0x28)
    size, count, _ = struct.unpack_from("<HHH", elf, 0x3A)
    return [struct.unpack_from("<IIQQQQIIQQ", elf, start + i * size) for i in range(count)]


def weaken(elf, versions):
    """Marks these versions in place and returns those that were found."""
    found = set()
    headers = sections(elf)
    for header in headers:
        if header[1] != SHT_GNU_VERNEED:
            continue
        strings = headers[header[6]][4]
        library = header[4]
        while True:
            _, count, _, first, next_library = struct.unpack_from("<HHIII", elf, library)
            need = library + first
            for _ in range(count):
                _, flags, _, name, next_need = struct.unpack_from("<IHHII", elf, need)
                version = bytes(elf[strings + name : elf.index(0, strings + name)]).decode()
                if version in versions:
                    struct.pack_into("<H", elf, need + 4, flags | VER_FLG_WEAK)
                    found.add(version)
                need += next_need
            if not next_library:
                break
            library += next_library
    return found


def main(source, target, *versions):
    with open(source, "rb") as file:
        elf = bytearray(file.read())
    missing = set(versions) - weaken(elf, set(versions))
    if missing:
        sys.exit(f"{source} needs no {', '.join(sorted(missing))}")
    with open(target, "wb") as file:
        file.write(elf)


main(*sys.argv[1:])
