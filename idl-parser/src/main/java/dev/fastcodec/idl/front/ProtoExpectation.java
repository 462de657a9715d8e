package dev.fastcodec.idl.front;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/**
 * What the grammar wanted where it failed, in words.
 *
 * @param what what was expected, with its article or in quotes
 * @param after what it should have followed, or null when that says nothing
 */
record ProtoExpectation(String what, @Nullable String after) {
    private static final int ANYTHING = 0;
    private static final int LONGEST_FOUND = 40;

    private static final Map<Integer, String> NAMES = names();
    private static final Map<Integer, String> PLACES = places();

    /** What stands for a rule and a token that it begins with. */
    private static Map<Integer, String> names() {
        Map<Integer, String> names = new HashMap<>();
        names.put(key(ProtoParser.RULE_topLevel, ANYTHING), "a declaration");
        names.put(key(ProtoParser.RULE_syntax, ProtoParser.STRING), "the version in quotes");
        names.put(key(ProtoParser.RULE_packageName, ProtoParser.IDENT), "a package name");
        names.put(key(ProtoParser.RULE_importStatement, ProtoParser.STRING), "a file name in quotes");
        names.put(key(ProtoParser.RULE_message, ProtoParser.IDENT), "a message name");
        names.put(key(ProtoParser.RULE_messageBody, ANYTHING), "a field or another declaration");
        names.put(key(ProtoParser.RULE_field, ProtoParser.IDENT), "a type");
        names.put(key(ProtoParser.RULE_typeName, ProtoParser.IDENT), "a type");
        names.put(key(ProtoParser.RULE_messageType, ProtoParser.IDENT), "a message type");
        names.put(key(ProtoParser.RULE_fieldTail, ProtoParser.IDENT), "a field name");
        names.put(key(ProtoParser.RULE_fieldTail, ProtoParser.INT), "a field number");
        names.put(key(ProtoParser.RULE_groupTail, ProtoParser.IDENT), "a group name");
        names.put(key(ProtoParser.RULE_groupTail, ProtoParser.INT), "a field number");
        names.put(key(ProtoParser.RULE_oneof, ProtoParser.IDENT), "a oneof name");
        names.put(key(ProtoParser.RULE_oneof, ANYTHING), "a field");
        names.put(key(ProtoParser.RULE_oneofElement, ProtoParser.IDENT), "a field");
        names.put(key(ProtoParser.RULE_extend, ANYTHING), "a field");
        names.put(key(ProtoParser.RULE_extendElement, ProtoParser.IDENT), "a field");
        names.put(key(ProtoParser.RULE_range, ProtoParser.INT), "a field number");
        names.put(key(ProtoParser.RULE_reserved, ProtoParser.IDENT), "a field number or a field name");
        names.put(key(ProtoParser.RULE_enumReserved, ProtoParser.IDENT), "a number or a value name");
        names.put(key(ProtoParser.RULE_reservedNames, ProtoParser.IDENT), "a name");
        names.put(key(ProtoParser.RULE_reservedNames, ProtoParser.STRING), "a name in quotes");
        names.put(key(ProtoParser.RULE_enumeration, ProtoParser.IDENT), "an enum name");
        names.put(key(ProtoParser.RULE_enumeration, ANYTHING), "an enum value");
        names.put(key(ProtoParser.RULE_signedInt, ProtoParser.INT), "a number");
        names.put(key(ProtoParser.RULE_enumRange, ProtoParser.INT), "a number");
        names.put(key(ProtoParser.RULE_service, ProtoParser.IDENT), "a service name");
        names.put(key(ProtoParser.RULE_service, ANYTHING), "\"rpc\" or \"option\"");
        names.put(key(ProtoParser.RULE_rpc, ProtoParser.IDENT), "a method name");
        names.put(key(ProtoParser.RULE_rpcEnd, ANYTHING), "\";\"");
        names.put(key(ProtoParser.RULE_rpcBody, ANYTHING), "\"option\"");
        names.put(key(ProtoParser.RULE_optionNamePart, ProtoParser.IDENT), "an option name");
        names.put(key(ProtoParser.RULE_extensionName, ProtoParser.IDENT), "the name of an extension");
        names.put(key(ProtoParser.RULE_typeUrl, ProtoParser.IDENT), "the name of an extension");
        names.put(key(ProtoParser.RULE_optionValue, ProtoParser.IDENT), "a value");
        names.put(key(ProtoParser.RULE_scalar, ProtoParser.IDENT), "a value");
        names.put(key(ProtoParser.RULE_aggregate, ProtoParser.RBRACE), "a field name or \"}\"");
        names.put(key(ProtoParser.RULE_angledAggregate, ProtoParser.GT), "a field name or \">\"");
        names.put(key(ProtoParser.RULE_aggregateField, ProtoParser.IDENT), "a value");
        names.put(key(ProtoParser.RULE_aggregateField, ANYTHING), "\":\"");
        names.put(key(ProtoParser.RULE_aggregateListElement, ProtoParser.IDENT), "a value");
        names.put(key(ProtoParser.RULE_aggregateList, ProtoParser.RBRACK), "\",\" or \"]\"");
        names.put(key(ProtoParser.RULE_bracketOptions, ProtoParser.RBRACK), "\",\" or \"]\"");
        return Map.copyOf(names);
    }

    /** What stands before a token of a rule. */
    private static Map<Integer, String> places() {
        Map<Integer, String> places = new HashMap<>();
        places.put(key(ProtoParser.RULE_syntax, ProtoParser.EQ), "the keyword");
        places.put(key(ProtoParser.RULE_syntax, ProtoParser.SEMI), "the version");
        places.put(key(ProtoParser.RULE_packageStatement, ProtoParser.SEMI), "the package");
        places.put(key(ProtoParser.RULE_importStatement, ProtoParser.SEMI), "the import");
        places.put(key(ProtoParser.RULE_message, ProtoParser.LBRACE), "the message name");
        places.put(key(ProtoParser.RULE_fieldTail, ProtoParser.EQ), "the field name");
        places.put(key(ProtoParser.RULE_fieldTail, ProtoParser.SEMI), "the field");
        places.put(key(ProtoParser.RULE_groupTail, ProtoParser.EQ), "the group name");
        places.put(key(ProtoParser.RULE_groupTail, ProtoParser.LBRACE), "the group number");
        places.put(key(ProtoParser.RULE_mapType, ProtoParser.COMMA), "the key type");
        places.put(key(ProtoParser.RULE_mapType, ProtoParser.GT), "the value type");
        places.put(key(ProtoParser.RULE_oneof, ProtoParser.LBRACE), "the oneof name");
        places.put(key(ProtoParser.RULE_extend, ProtoParser.LBRACE), "the extended type");
        places.put(key(ProtoParser.RULE_extensions, ProtoParser.SEMI), "the extension range");
        places.put(key(ProtoParser.RULE_reserved, ProtoParser.SEMI), "the reserved list");
        places.put(key(ProtoParser.RULE_enumReserved, ProtoParser.SEMI), "the reserved list");
        places.put(key(ProtoParser.RULE_enumeration, ProtoParser.LBRACE), "the enum name");
        places.put(key(ProtoParser.RULE_enumValue, ProtoParser.EQ), "the name of the value");
        places.put(key(ProtoParser.RULE_enumValue, ProtoParser.SEMI), "the enum value");
        places.put(key(ProtoParser.RULE_service, ProtoParser.LBRACE), "the service name");
        places.put(key(ProtoParser.RULE_rpcEnd, ANYTHING), "the method");
        places.put(key(ProtoParser.RULE_rpc, ProtoParser.RPAREN), "the message type");
        places.put(key(ProtoParser.RULE_rpc, ProtoParser.RETURNS), "the request type");
        places.put(key(ProtoParser.RULE_option, ProtoParser.EQ), "the option name");
        places.put(key(ProtoParser.RULE_option, ProtoParser.SEMI), "the option");
        places.put(key(ProtoParser.RULE_bracketOption, ProtoParser.EQ), "the option name");
        places.put(key(ProtoParser.RULE_optionNamePart, ProtoParser.RPAREN), "the name of the extension");
        places.put(key(ProtoParser.RULE_aggregateField, ANYTHING), "the field name");
        places.put(key(ProtoParser.RULE_aggregateFieldName, ProtoParser.RBRACK), "the name");
        return Map.copyOf(places);
    }

    private static int key(int rule, int token) {
        return rule * 64 + token;
    }

    /** What was expected where {@code e} was thrown, or, when that is null, at the parser's current state. */
    static ProtoExpectation of(ProtoParserActions parser, @Nullable RecognitionException e) {
        RuleContext rule = e == null ? parser.getContext() : e.getCtx();
        int token = e == null ? only(parser, parser.getState()) : kind(parser, e.getOffendingState());
        ProtoToken before = parser.current().getTokenIndex() == 0
                ? parser.current()
                : parser.buffer().LT(-1);
        if (token == ProtoParser.IDENT && before.getType() == ProtoParser.DOT) {
            return new ProtoExpectation("a name", "\".\"");
        } else if (token == ProtoParser.IDENT && before.getType() == ProtoParser.MINUS) {
            return new ProtoExpectation("a number", "\"-\"");
        }
        if (token == ProtoParser.RBRACK && before.getType() == ProtoParser.LBRACK) {
            return new ProtoExpectation("a value", null);
        }
        String name = find(NAMES, rule, token);
        String after = find(PLACES, rule, token);
        if (token == ProtoParser.LPAREN) {
            after = before.getType() == ProtoParser.RETURNS ? "\"returns\"" : "the method name";
        }
        return new ProtoExpectation(name == null ? quoted(token) : name, after);
    }

    /** The only token that is possible in a state, else anything. */
    private static int only(Parser parser, int state) {
        IntervalSet expected = possible(parser, state);
        return expected.size() == 1 ? expected.getMinElement() : ANYTHING;
    }

    /** The token that stands for what is possible in a state: the only one, or the most general of several. */
    private static int kind(Parser parser, int state) {
        IntervalSet expected = possible(parser, state);
        if (expected.size() == 1) {
            return expected.getMinElement();
        }
        for (int token : new int[] {ProtoParser.IDENT, ProtoParser.INT, ProtoParser.STRING}) {
            if (expected.contains(token)) {
                return token;
            }
        }
        return ANYTHING;
    }

    private static IntervalSet possible(Parser parser, int state) {
        ATN atn = parser.getATN();
        return atn.nextTokens(atn.states.get(state));
    }

    private static @Nullable String find(Map<Integer, String> table, RuleContext rule, int token) {
        for (RuleContext r = rule; r != null; r = r.parent) {
            String text = table.get(key(r.getRuleIndex(), token));
            if (text != null) {
                return text;
            }
            if (token != ProtoParser.IDENT
                    && token != ProtoParser.STRING
                    && token != ProtoParser.INT
                    && r.getRuleIndex() != ProtoParser.RULE_messageBody) {
                return null;
            }
        }
        return null;
    }

    private static String quoted(int token) {
        String text =
                switch (token) {
                    case ProtoParser.SEMI -> ";";
                    case ProtoParser.COMMA -> ",";
                    case ProtoParser.DOT -> ".";
                    case ProtoParser.EQ -> "=";
                    case ProtoParser.COLON -> ":";
                    case ProtoParser.LBRACE -> "{";
                    case ProtoParser.RBRACE -> "}";
                    case ProtoParser.LBRACK -> "[";
                    case ProtoParser.RBRACK -> "]";
                    case ProtoParser.LPAREN -> "(";
                    case ProtoParser.RPAREN -> ")";
                    case ProtoParser.LT -> "<";
                    case ProtoParser.GT -> ">";
                    default -> ProtoParser.VOCABULARY.getSymbolicName(token).toLowerCase(Locale.ROOT);
                };
        return '"' + text + '"';
    }

    /** A token as reports show it. */
    static String found(ProtoToken token) {
        if (token.getType() == Token.EOF) {
            return "end of file";
        }
        boolean string = token.getType() == ProtoParser.STRING;
        if (token.end() - token.start() > LONGEST_FOUND) {
            return string ? "a string" : "a long word";
        }
        return string ? "the string " + token.getText() : '"' + token.getText() + '"';
    }
}
