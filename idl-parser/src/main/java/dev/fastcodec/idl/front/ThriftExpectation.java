package dev.fastcodec.idl.front;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Says in words what the Thrift grammar wants at a place. */
final class ThriftExpectation {
    private ThriftExpectation() {}

    /** What {@code rule} wants where {@code expected} are the tokens that can come. */
    static String of(ParserRuleContext rule, IntervalSet expected) {
        if (expected.contains(ThriftLexer.IDENTIFIER)) {
            return name(rule, expected);
        }
        return switch (rule.getRuleIndex()) {
            case ThriftParser.RULE_declaration, ThriftParser.RULE_header, ThriftParser.RULE_definition ->
                "a declaration";
            case ThriftParser.RULE_integer -> "a number";
            case ThriftParser.RULE_include, ThriftParser.RULE_cppInclude ->
                only(expected, ThriftLexer.STRING) ? "a quoted path" : tokens(expected);
            default -> tokens(expected);
        };
    }

    private static String name(ParserRuleContext rule, IntervalSet expected) {
        return switch (rule.getRuleIndex()) {
            case ThriftParser.RULE_typedef -> "a name for the type";
            case ThriftParser.RULE_constant -> "a constant name";
            case ThriftParser.RULE_enumeration -> "an enum name";
            case ThriftParser.RULE_struct ->
                rule.start.getType() == ThriftLexer.EXCEPTION
                        ? "an exception name"
                        : "a " + rule.start.getText() + " name";
            case ThriftParser.RULE_service ->
                rule instanceof ThriftParser.ServiceContext s && s.serviceName != null
                        ? "the name of a service"
                        : "a service name";
            case ThriftParser.RULE_namespace ->
                expected.contains(ThriftLexer.STAR) ? "a language or \"*\"" : "a namespace";
            case ThriftParser.RULE_enumValues, ThriftParser.RULE_enumValue ->
                expected.contains(ThriftLexer.RBRACE) ? "an enum value or \"}\"" : "an enum value";
            case ThriftParser.RULE_fields -> "a field or \"}\"";
            case ThriftParser.RULE_parameters -> "a parameter or \")\"";
            case ThriftParser.RULE_functions -> "a function or \"}\"";
            case ThriftParser.RULE_function -> expected.contains(ThriftLexer.LIST) ? "a type" : "a function name";
            case ThriftParser.RULE_structuredAnnotation -> "the name of an annotation";
            case ThriftParser.RULE_annotation, ThriftParser.RULE_annotations -> "an annotation or \")\"";
            case ThriftParser.RULE_name ->
                rule.parent != null && rule.parent.getRuleIndex() == ThriftParser.RULE_annotation
                        ? "an annotation"
                        : "a field name";
            case ThriftParser.RULE_value, ThriftParser.RULE_mapEntry -> "a value";
            case ThriftParser.RULE_listValue -> "a value or \"]\"";
            case ThriftParser.RULE_mapValue -> "a value or \"}\"";
            case ThriftParser.RULE_structuredBody -> "a value or \"}\"";
            default -> "a type";
        };
    }

    private static boolean only(IntervalSet expected, int token) {
        return expected.size() == 1 && expected.contains(token);
    }

    /** The tokens themselves, those that may come among those that must. */
    private static String tokens(IntervalSet expected) {
        StringBuilder text = new StringBuilder();
        int left = expected.size();
        for (int token : expected.toList()) {
            text.append(text.isEmpty() ? "" : left == 1 ? " or " : ", ").append(token(token));
            left--;
        }
        return text.toString();
    }

    private static String token(int type) {
        if (type == Token.EOF) {
            return "end of file";
        }
        if (type == ThriftLexer.STRING) {
            return "a string";
        }
        String literal = ThriftLexer.VOCABULARY.getLiteralName(type);
        return literal == null
                ? ThriftLexer.VOCABULARY.getSymbolicName(type)
                : '"' + literal.substring(1, literal.length() - 1) + '"';
    }
}
