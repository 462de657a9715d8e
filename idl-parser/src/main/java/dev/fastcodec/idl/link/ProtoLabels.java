package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.TypeRef;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.source.Span;

/** Refuses what stands before the type of a field where its syntax and place do not allow it; also groups and maps. */
final class ProtoLabels {
    private final Diagnostics diagnostics;

    ProtoLabels(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(ProtoField field) {
        Decl.Field decl = field.decl();
        boolean bare = decl.label() == Decl.Field.Label.NONE;
        if (decl.type() instanceof TypeRef.MapOf) {
            checkMap(field, bare);
        } else if (field.oneof() != null) {
            if (!bare) {
                diagnostics.report(Problem.ONEOF_LABEL, place(decl));
            }
        } else if (bare && field.file().edition() == ProtoEdition.PROTO2) {
            diagnostics.report(Problem.LABEL_MISSING, decl.type().span());
        }
        if (field.file().edition() == ProtoEdition.PROTO3) {
            refuse(field, Problem.REQUIRED_IN_PROTO3, Problem.GROUP_IN_PROTO3);
        } else if (field.file().edition().isEdition()) {
            refuse(field, Problem.REQUIRED_IN_EDITION, Problem.GROUP_IN_EDITION);
            if (decl.label() == Decl.Field.Label.OPTIONAL && field.oneof() == null) {
                diagnostics.report(Problem.OPTIONAL_IN_EDITION, place(decl));
            }
        }
    }

    private void refuse(ProtoField field, Problem required, Problem group) {
        if (field.decl().label() == Decl.Field.Label.REQUIRED) {
            diagnostics.report(required, place(field.decl()));
        }
        if (field.group() != null) {
            diagnostics.report(group, field.place());
        }
    }

    private void checkMap(ProtoField field, boolean bare) {
        Span type = field.decl().type().span();
        if (field.oneof() != null) {
            diagnostics.report(Problem.MAP_IN_ONEOF, type);
        } else if (field.extend() != null) {
            diagnostics.report(Problem.MAP_AS_EXTENSION, type);
        } else if (!bare) {
            diagnostics.report(Problem.MAP_LABEL, place(field.decl()));
        }
    }

    /** Where the label stands: a field starts with it. */
    private static Span place(Decl.Field decl) {
        int start = decl.span().start();
        return new Span(decl.span().source(), start, start + decl.label().name().length());
    }
}
