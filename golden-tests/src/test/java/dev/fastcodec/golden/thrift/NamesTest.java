package dev.fastcodec.golden.thrift;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fastcodec.golden.support.Bean;
import dev.fastcodec.golden.support.Compiled;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names of the IDL that mean something else in Java. */
class NamesTest {
    private static final List<String> WORDS = List.of(
            "class int new default switch package this super null true false import yield record var abstract assert boolean",
            "break byte_ case catch char continue do else extends final finally float for goto if implements instanceof",
            "interface long native private protected public return short static strictfp synchronized throw throws",
            "transient try volatile while _ hashCode hash_code toString to_string getClass get_class equals notify",
            "notifyAll wait clone finalize clear copy unknownFields unknown bits ascii message cause stackTrace suppressed",
            "localizedMessage m b p n v w r h q x s z id last seen need value valueCase value_case BINARY COMPACT Binary",
            "Compact Names serialVersionUID foo_bar fooBar FooBar foo__bar has_foo get_foo set_foo foo Foo FOO o that c",
            "list map set string i32 union exception struct enum typedef const namespace include service oneway");

    private static final List<String> TYPES =
            List.of("string", "E", "list<E>", "i64", "Small", "list<Small>", "binary", "map<string, bool>");

    /** The words as fields, each of another type than the one before, from the given type on. */
    private static Compiled compile(String kind, int firstType) {
        StringBuilder s =
                new StringBuilder("namespace java names\n").append(kind).append(" All {\n");
        int id = 0;
        for (String line : WORDS) {
            for (String word : line.split(" ")) {
                String type = TYPES.get((++id + firstType) % TYPES.size());
                s.append(id).append(": ").append(type).append(' ').append(word).append('\n');
            }
        }
        return Compiled.of(Map.of(
                "names.thrift",
                s.append("}\nenum E { class, new, A }\nstruct Small { 1: i32 a }\n")
                        .toString()));
    }

    private static void check(String kind) {
        for (int type = 0; type < TYPES.size(); type += 3) {
            RoundTrip.check(kind + type, compile(kind, type), 5);
        }
    }

    @Test
    void anyWordNamesAFieldOfAStruct() {
        check("struct");
    }

    @Test
    void anyWordNamesAMemberOfAUnion() {
        check("union");
    }

    @Test
    void anyWordNamesAFieldOfAnException() {
        check("exception");
    }

    @Test
    void anyWordOfJavaNamesAType() {
        StringBuilder s = new StringBuilder("namespace java types\n");
        List<String> names = List.of(
                "String Object Integer Long Double Boolean Byte Short List Map Set Iterable Override Exception Deprecated",
                "SuppressWarnings Arrays UUID ByteBuffer LinkedHashMap LinkedHashSet ArrayList Objects System Math Record",
                "Enum Class Void Throwable Codec Message Generated UnknownFields Equality MessageText MessageList IntList",
                "StringList EnumList EnumLookup EnumValue EnumValueMap EnumValueSet EncodeException DecodeException Buffers",
                "BinaryWriter BinaryReader BinaryCodec CompactWriter CompactReader CompactCodec Binary Compact Names",
                "MessageSchema EnumSchema FieldType SchemaTable ASchema TABLE Value value Kind Lookup");
        for (String line : names) {
            for (String name : line.split(" ")) {
                s.append("struct ")
                        .append(name)
                        .append(" { 1: string s, 2: list<")
                        .append(name);
                s.append("> all, 3: map<uuid, binary> m, 4: set<E> e, 5: required bool b, 6: map<E, E> ee,");
                s.append("7: list<string> ss, 8: list<E> es, 9: binary bb, 10: optional U u, 11: uuid id,");
                s.append("12: set<binary> sb, 13: list<list<i32>> ll, 14: double d }\n");
            }
        }
        s.append("enum E { A, B }\nunion U { 1: i32 a, 2: String s, 3: set<Object> o }\n");
        s.append("exception Error { 1: string message, 2: Exception e }\n");
        RoundTrip.check("type names", Compiled.of(Map.of("types.thrift", s.toString())), 5);
    }

    @Test
    void anyVariableNamesATypeAndAFieldOfIt() {
        StringBuilder types = new StringBuilder("namespace java variables\n");
        StringBuilder fields = new StringBuilder();
        int id = 0;
        for (String name : "b p m n v w r h q x s i id tag end last seen need value of x0 start that bits".split(" ")) {
            types.append("struct NAME { 1: optional NAME NAME, 2: i32 a }\nenum e_NAME { A }\n".replace("NAME", name));
            String three = "%d: NAME NAME, %d: map<e_NAME, NAME> map_NAME, %d: list<e_NAME> e_NAME,\n";
            fields.append(String.format(three.replace("NAME", name), ++id, ++id, ++id));
        }
        types.append("struct All {\n").append(fields).append("}\n");
        types.append("union One {\n").append(fields).append("}\n");
        RoundTrip.check("variables", Compiled.of(Map.of("variables.thrift", types.toString())), 3);
    }

    @Test
    void membersOfUnionsAreNamedLikeTypesOfTheUnnamedPackage() {
        String idl =
                "struct A { 1: i32 a } enum E { X } union U { 1: A a, 2: A E, 3: E b, 4: list<E> A_, 5: map<E, A> u }";
        RoundTrip.check("unnamed", Compiled.of(Map.of("unnamed.thrift", idl)), 5);
    }

    @Test
    void clashesEndInAnUnderscore() {
        Bean bean = compile("struct", 0).bean("names.All");
        List<String> methods =
                Arrays.stream(bean.type().getMethods()).map(Method::getName).toList();
        for (String name : List.of("getClass_", "setInt", "getFooBar", "getFooBar_", "getFooBar__", "clear", "copy")) {
            assertTrue(methods.contains(name), () -> name + " in " + methods);
        }
    }
}
