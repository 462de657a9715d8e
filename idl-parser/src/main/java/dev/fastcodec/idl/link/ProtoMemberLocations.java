package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.link.ProtoLocations.Path;
import dev.fastcodec.idl.source.Span;
import java.util.List;

/** Finds the places of messages, enums, extensions and what is in them. */
final class ProtoMemberLocations {
    private final ProtoLocations locations;
    private final ProtoOptionLocations options;
    private final ProtoFieldLocations fields;

    ProtoMemberLocations(ProtoEdition edition, ProtoLocations locations, ProtoOptionLocations options) {
        this.locations = locations;
        this.options = options;
        this.fields = new ProtoFieldLocations(edition, locations, options, this);
    }

    /** How many parts of each kind a file or message has so far, and under which numbers they go. */
    static final class Counts {
        final int messageNumber;
        final int enumNumber;
        final int extensionNumber;
        int messages;
        int enums;
        int extensions;
        int fields;
        int oneofs;
        int ranges;
        int reservedRanges;
        int reservedNames;

        private Counts(int messageNumber, int enumNumber, int extensionNumber) {
            this.messageNumber = messageNumber;
            this.enumNumber = enumNumber;
            this.extensionNumber = extensionNumber;
        }

        static Counts ofFile() {
            return new Counts(4, 5, 7);
        }

        static Counts ofMessage() {
            return new Counts(3, 4, 6);
        }
    }

    /** A message, enum or extend of a file or message, or a field, oneof, range or reservation of a message. */
    void member(Decl decl, Path parent, Counts counts) {
        if (decl instanceof Decl.Field field) {
            fields.field(field, parent, counts);
        } else if (decl instanceof Decl.Struct struct) {
            Path path = parent.to(counts.messageNumber, counts.messages++);
            locations.add(path, struct.span(), struct.comments());
            locations.add(path.to(1), struct.name().span());
            body(struct.body(), path);
        } else if (decl instanceof Decl.Enum anEnum) {
            anEnum(anEnum, parent.to(counts.enumNumber, counts.enums++));
        } else if (decl instanceof Decl.Oneof oneof) {
            oneof(oneof, parent, counts);
        } else if (decl instanceof Decl.Extend extend) {
            locations.add(parent.to(counts.extensionNumber), extend.span(), extend.comments());
            for (Decl member : extend.body()) {
                if (member instanceof Decl.Field field) {
                    fields.extension(field, extend, parent, counts);
                }
            }
        } else if (decl instanceof Decl.Extensions extensions) {
            extensions(extensions, parent.to(5), counts);
        } else if (decl instanceof Decl.Reserved reserved) {
            counts.reservedRanges =
                    reserved(reserved, parent.to(9), parent.to(10), counts.reservedRanges, counts.reservedNames);
            counts.reservedNames += reserved.names().size();
        }
    }

    /** What is in a message or group. */
    void body(List<Decl> body, Path path) {
        ProtoOptionLocations.Element own = options.of(path.to(7), ProtoOptionReader.statements(body));
        Counts counts = Counts.ofMessage();
        for (Decl decl : body) {
            if (decl instanceof Decl.Option option) {
                own.statement(option);
            } else {
                member(decl, path, counts);
            }
        }
    }

    private void oneof(Decl.Oneof decl, Path message, Counts counts) {
        Path path = message.to(8, counts.oneofs++);
        locations.add(path, decl.span(), decl.comments());
        locations.add(path.to(1), decl.name().span());
        ProtoOptionLocations.Element own = options.of(path.to(2), ProtoOptionReader.statements(decl.body()));
        for (Decl member : decl.body()) {
            if (member instanceof Decl.Option option) {
                own.statement(option);
            } else {
                member(member, message, counts);
            }
        }
    }

    private void extensions(Decl.Extensions decl, Path path, Counts counts) {
        locations.add(path, decl.span(), decl.comments());
        int first = counts.ranges;
        for (Decl.Range range : decl.ranges()) {
            range(range, path.to(counts.ranges++));
        }
        if (!decl.options().isEmpty()) {
            int from = decl.ranges().get(decl.ranges().size() - 1).span().end();
            for (int i = first; i < counts.ranges; i++) {
                options.of(path.to(i, 3), decl.options()).bracketed(decl.options(), from);
            }
        }
    }

    private void range(Decl.Range range, Path path) {
        Span span = range.span();
        Span first = range.first().span();
        locations.add(path, span);
        locations.add(path.to(1), first);
        locations.add(path.to(2), last(range));
    }

    /** Where a range ends; for protoc one number ends with its first token, which may be a sign. */
    private Span last(Decl.Range range) {
        Span span = range.span();
        if (range.last() == null) {
            return locations.span(span.end() - "max".length(), span.end());
        }
        boolean single = range.last().span().start() == range.first().span().start();
        boolean sign = single && span.text().startsWith("-");
        return sign
                ? locations.span(span.start(), span.start() + 1)
                : range.last().span();
    }

    /** Returns how many ranges there are now. */
    private int reserved(Decl.Reserved decl, Path ranges, Path names, int rangeCount, int nameCount) {
        int range = rangeCount;
        int name = nameCount;
        locations.add(decl.names().isEmpty() ? ranges : names, decl.span(), decl.comments());
        for (Decl.Range r : decl.ranges()) {
            range(r, ranges.to(range++));
        }
        for (Decl.ReservedName n : decl.names()) {
            locations.add(names.to(name++), n.name().span());
        }
        return range;
    }

    private void anEnum(Decl.Enum decl, Path path) {
        locations.add(path, decl.span(), decl.comments());
        locations.add(path.to(1), decl.name().span());
        ProtoOptionLocations.Element own = options.of(path.to(3), ProtoOptionReader.statements(decl.body()));
        int values = 0;
        int ranges = 0;
        int names = 0;
        for (Decl member : decl.body()) {
            if (member instanceof Decl.Option option) {
                own.statement(option);
            } else if (member instanceof Decl.EnumValue value) {
                value(value, path.to(2, values++));
            } else if (member instanceof Decl.Reserved reserved) {
                ranges = reserved(reserved, path.to(4), path.to(5), ranges, names);
                names += reserved.names().size();
            }
        }
    }

    private void value(Decl.EnumValue decl, Path path) {
        locations.add(path, decl.span(), decl.comments());
        locations.add(path.to(1), decl.name().span());
        if (decl.number() != null) {
            locations.add(path.to(2), decl.number().span());
            if (!decl.options().isEmpty()) {
                options.of(path.to(3), decl.options())
                        .bracketed(decl.options(), decl.number().span().end());
            }
        }
    }
}
