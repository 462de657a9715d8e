package dev.fastcodec.idl.front;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.TypeRef;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Makes fields, enum values and functions of the ast from the parse tree; those with a syntax error are left out. */
final class ThriftMembers {
    private final ThriftTokens tokens;
    private final ThriftLiterals literals;
    private final ThriftTypeRefs types;
    private final ThriftComments comments;

    ThriftMembers(ThriftTokens tokens, ThriftLiterals literals, ThriftTypeRefs types, ThriftComments comments) {
        this.tokens = tokens;
        this.literals = literals;
        this.types = types;
        this.comments = comments;
    }

    List<Decl.Field> fields(List<ThriftParser.FieldContext> rules) {
        List<Decl.Field> fields = new ArrayList<>();
        for (ThriftParser.FieldContext rule : rules) {
            TypeRef type = types.type(rule.type());
            if (rule.exception != null || type == null || ThriftLiterals.isBroken(rule.name())) {
                continue;
            }
            List<Decl.Option> options = new ArrayList<>();
            types.structured(rule.structuredAnnotation(), options);
            if (rule.AMPERSAND() != null) {
                options.add(types.flag(rule.AMPERSAND().getSymbol()));
            }
            types.addIgnored(rule.XSD_OPTIONAL(), options);
            types.addIgnored(rule.XSD_NILLABLE(), options);
            types.addIgnored(rule.XSD_ATTRS(), options);
            options.addAll(types.annotations(rule.annotations()));
            Decl.Field.Label label = rule.REQUIRED() != null
                    ? Decl.Field.Label.REQUIRED
                    : rule.OPTIONAL() != null ? Decl.Field.Label.OPTIONAL : Decl.Field.Label.NONE;
            fields.add(new Decl.Field(
                    types.span(rule),
                    comments.of(rule.start, rule.stop),
                    label,
                    type,
                    types.name(rule.name().start),
                    literals.integer(rule.integer()),
                    literals.value(rule.value()),
                    options,
                    null));
        }
        return fields;
    }

    List<Decl> enumValues(List<ThriftParser.EnumValueContext> rules) {
        List<Decl> values = new ArrayList<>();
        for (ThriftParser.EnumValueContext rule : rules) {
            if (rule.exception != null) {
                continue;
            }
            List<Decl.Option> options = new ArrayList<>();
            types.structured(rule.structuredAnnotation(), options);
            options.addAll(types.annotations(rule.annotations()));
            values.add(new Decl.EnumValue(
                    types.span(rule),
                    comments.of(rule.start, rule.stop),
                    types.name(rule.IDENTIFIER().getSymbol()),
                    literals.integer(rule.integer()),
                    options));
        }
        return values;
    }

    List<Decl> functions(List<ThriftParser.FunctionContext> rules) {
        List<Decl> functions = new ArrayList<>();
        for (ThriftParser.FunctionContext rule : rules) {
            TypeRef result = types.type(rule.type());
            if (rule.exception != null || rule.VOID() == null && result == null || isCut(rule.parameters())) {
                continue;
            }
            List<Decl.Option> options = new ArrayList<>();
            types.structured(rule.structuredAnnotation(), options);
            options.addAll(types.annotations(rule.annotations()));
            ThriftParser.ThrowsClauseContext exceptions = rule.throwsClause();
            functions.add(new Decl.Function(
                    types.span(rule),
                    comments.of(rule.start, rule.stop),
                    rule.ONEWAY() != null || rule.ASYNC() != null,
                    rule.ASYNC() != null,
                    result,
                    types.name(rule.IDENTIFIER().getSymbol()),
                    fields(rule.parameters().field()),
                    exceptions == null || isCut(exceptions.parameters())
                            ? List.of()
                            : fields(exceptions.parameters().field()),
                    options));
        }
        return functions;
    }

    private static boolean isCut(@Nullable ParserRuleContext rule) {
        return rule == null || rule.exception != null;
    }
}
