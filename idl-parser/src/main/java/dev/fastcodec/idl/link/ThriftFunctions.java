package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.Service;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Links functions: arguments, result, exceptions, and whether they stream (Kitex's annotation {@code streaming.mode}). */
final class ThriftFunctions {
    private static final String STREAMING_MODE = "streaming.mode";

    private final ThriftTypes types;
    private final ThriftFields fields;
    private final ThriftValues values;
    private final ThriftNames names;
    private final Diagnostics diagnostics;

    ThriftFunctions(ThriftTypes types, ThriftFields fields, ThriftValues values, Diagnostics diagnostics) {
        this.types = types;
        this.fields = fields;
        this.values = values;
        this.names = new ThriftNames(diagnostics);
        this.diagnostics = diagnostics;
    }

    /** Which sides send more than one message. */
    private record Streaming(boolean client, boolean server) {
        static final Streaming NONE = new Streaming(false, false);

        boolean any() {
            return client || server;
        }
    }

    /** Links a function; null when its result type is wrong. */
    Service.@Nullable Method link(ThriftFile file, Decl.Function decl) {
        names.check(file, decl.name());
        ThriftAnnotations.markUsed(file, decl.annotations());
        if (decl.async() && file.isRequested()) {
            diagnostics.report(Problem.THRIFT_ASYNC, decl.span());
        }
        Type result = decl.result() == null ? null : types.resolve(file, decl.result());
        Streaming streaming = streaming(decl);
        String name = decl.name().text();
        List<Field> parameters = finish(fields.read(file, decl.arguments(), ThriftFields.Owner.ARGUMENTS, name));
        List<ThriftMember> thrown = fields.read(file, decl.exceptions(), ThriftFields.Owner.THROWS, name);
        refuseIdOfResult(decl, thrown);
        List<Field> exceptions = finish(thrown);
        checkOneway(decl, streaming);
        if (streaming.any() && !decl.oneway() && (decl.arguments().size() != 1 || decl.result() == null)) {
            diagnostics.report(Problem.THRIFT_STREAMING_SHAPE, decl.name().span(), decl.name());
        }
        if (decl.result() != null && result == null) {
            return null;
        }
        if (streaming.any() && !exchangesStructs(parameters, result)) {
            diagnostics.report(Problem.THRIFT_STREAMING_TYPE, decl.name().span(), decl.name());
        }
        return new Service.Method(
                name,
                parameters,
                streaming.client(),
                result,
                streaming.server(),
                exceptions,
                decl.oneway(),
                ThriftAnnotations.options(decl.annotations()),
                decl.comments(),
                decl.name().span());
    }

    /** What is sent in a stream has nothing around it, which only structs can do without. */
    private static boolean exchangesStructs(List<Field> parameters, @Nullable Type result) {
        return (result == null || result instanceof StructType)
                && parameters.stream().allMatch(p -> p.type() instanceof StructType);
    }

    /** On the wire the result is field 0 beside the exceptions. */
    private void refuseIdOfResult(Decl.Function decl, List<ThriftMember> thrown) {
        Span result = decl.result() == null ? null : decl.result().span();
        for (ThriftMember member : thrown) {
            if (member.id() == 0 && result != null) {
                diagnostics
                        .report(Problem.THRIFT_ID_TWICE, member.decl().name().span(), 0, decl.name())
                        .note(Problem.FIRST_USED_HERE, result);
            }
        }
    }

    private List<Field> finish(List<ThriftMember> members) {
        List<Field> finished = new ArrayList<>();
        for (ThriftMember member : members) {
            finished.add(values.field(member));
        }
        return finished;
    }

    private void checkOneway(Decl.Function decl, Streaming streaming) {
        if (!decl.oneway()) {
            return;
        }
        if (decl.result() != null) {
            diagnostics.report(Problem.THRIFT_ONEWAY_RESULT, decl.result().span(), decl.name());
        }
        if (!decl.exceptions().isEmpty()) {
            diagnostics.report(
                    Problem.THRIFT_ONEWAY_THROWS, decl.exceptions().get(0).span(), decl.name());
        }
        if (streaming.any()) {
            diagnostics.report(Problem.THRIFT_ONEWAY_STREAMING, decl.name().span(), decl.name());
        }
    }

    private Streaming streaming(Decl.Function decl) {
        Streaming result = Streaming.NONE;
        Decl.Option first = null;
        for (Decl.Option annotation : decl.annotations()) {
            if (!annotation.nameText().equals(STREAMING_MODE) || !(annotation.value() instanceof Literal.Text mode)) {
                continue;
            }
            if (first != null) {
                diagnostics
                        .report(Problem.THRIFT_STREAMING_TWICE, annotation.span())
                        .note(Problem.FIRST_SET_HERE, first.span());
                continue;
            }
            first = annotation;
            switch (mode.text()) {
                case "bidirectional" -> result = new Streaming(true, true);
                case "client" -> result = new Streaming(true, false);
                case "server" -> result = new Streaming(false, true);
                case "unary" -> result = Streaming.NONE;
                default ->
                    diagnostics
                            .report(Problem.THRIFT_STREAMING_MODE, mode.span(), mode.text())
                            .help(Problem.KNOWN_ONES, "bidirectional, client, server, unary");
            }
        }
        return result;
    }
}
