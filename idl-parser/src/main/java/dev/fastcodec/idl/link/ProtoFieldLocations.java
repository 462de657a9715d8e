package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.TypeRef;
import dev.fastcodec.idl.link.ProtoLocations.Path;
import dev.fastcodec.idl.link.ProtoMemberLocations.Counts;
import dev.fastcodec.idl.source.Comments;
import dev.fastcodec.idl.source.Span;
import org.jspecify.annotations.Nullable;

/** Finds the places of fields, extensions and groups. */
final class ProtoFieldLocations {
    private final ProtoEdition edition;
    private final ProtoLocations locations;
    private final ProtoOptionLocations options;
    private final ProtoMemberLocations members;

    ProtoFieldLocations(
            ProtoEdition edition,
            ProtoLocations locations,
            ProtoOptionLocations options,
            ProtoMemberLocations members) {
        this.edition = edition;
        this.locations = locations;
        this.options = options;
        this.members = members;
    }

    /** A field of a message. */
    void field(Decl.Field decl, Path message, Counts counts) {
        field(decl, null, message.to(2, counts.fields++), message, counts);
    }

    /** An extension of a file or message. */
    void extension(Decl.Field decl, Decl.Extend extend, Path parent, Counts counts) {
        field(decl, extend, parent.to(counts.extensionNumber, counts.extensions++), parent, counts);
    }

    private void field(Decl.Field decl, Decl.@Nullable Extend extend, Path path, Path parent, Counts counts) {
        boolean group = decl.group() != null;
        // The comments of a group are its message's.
        locations.add(path, decl.span(), group ? Comments.NONE : decl.comments());
        if (extend != null) {
            locations.add(path.to(2), extend.extendee().span());
        }
        int start = decl.span().start();
        if (decl.label() != Decl.Field.Label.NONE) {
            Span label = locations.token(start);
            locations.add(path.to(4), label);
            start = label.end();
        }
        type(decl, path, start);
        locations.add(path.to(1), decl.name().span());
        if (decl.number() != null) {
            locations.add(path.to(3), decl.number().span());
            if (!decl.options().isEmpty()) {
                options(decl, path, decl.number().span().end());
            }
        }
        if (decl.group() != null) {
            Path message = parent.to(counts.messageNumber, counts.messages++);
            locations.add(message, decl.span(), decl.comments());
            locations.add(message.to(1), decl.name().span());
            locations.add(path.to(6), decl.name().span());
            members.body(decl.group(), message);
        } else if (decl.type() instanceof TypeRef.MapOf) {
            counts.messages++;
        }
    }

    private void type(Decl.Field decl, Path path, int from) {
        if (decl.group() != null) {
            locations.add(path.to(5), locations.token(from));
            return;
        }
        TypeRef type = decl.type();
        boolean scalar = type instanceof TypeRef.Named named
                && ProtoTypes.scalar(named.name().text(), edition) != null;
        locations.add(path.to(scalar ? 5 : 6), type.span());
    }

    /** Options, default and JSON name, in the order in which they are written. */
    private void options(Decl.Field decl, Path path, int from) {
        Span open = locations.token(from);
        Span close = locations.token(
                decl.options().get(decl.options().size() - 1).span().end());
        ProtoOptionLocations.Element own = options.of(path.to(8), decl.options());
        own.brackets(open.to(close));
        for (Decl.Option option : decl.options()) {
            if (options.isSetting(option)) {
                own.option(option);
            } else if (option.nameText().equals("default")) {
                locations.add(path.to(7), option.value().span());
            } else if (option.nameText().equals("json_name")) {
                locations.add(path.to(10), option.span());
                locations.add(path.to(10), option.value().span());
            }
        }
    }
}
