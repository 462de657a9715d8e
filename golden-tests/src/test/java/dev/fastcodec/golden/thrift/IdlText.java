package dev.fastcodec.golden.thrift;

import dev.fastcodec.golden.thrift.RandomSchema.FieldDecl;
import dev.fastcodec.golden.thrift.RandomSchema.IdlFile;
import dev.fastcodec.golden.thrift.RandomSchema.StructDecl;
import dev.fastcodec.golden.thrift.Shape.Enumeration;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A random schema as text. Separators, comments and annotations vary, none of which means anything. */
final class IdlText {
    private static final String[] SEPARATORS = {"", ",", ";", " // note", " (go.tag = \"x\"),"};

    /** How a field is declared, from the type on; empty to leave it out. */
    interface Declares {
        String text(StructDecl struct, FieldDecl field);
    }

    private IdlText() {}

    /** The text of each file by path; every field as declared. */
    static Map<String, String> of(List<IdlFile> files) {
        return of(files, (struct, field) -> declaration(field));
    }

    /** The text of each file by path. */
    static Map<String, String> of(List<IdlFile> files, Declares declares) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (IdlFile file : files) {
            texts.put(file.path(), text(file, declares));
        }
        return texts;
    }

    /** A field as declared: {@code required i32 n = 5}. */
    static String declaration(FieldDecl field) {
        String initial = field.initial() == null ? "" : " = " + field.initial();
        return field.field().need().text + field.type().text() + " "
                + field.field().name() + initial;
    }

    private static String text(IdlFile file, Declares declares) {
        StringBuilder s = new StringBuilder("# A random file\n");
        s.append("namespace go x\nnamespace ")
                .append(file.base().length() % 2 == 0 ? "*" : "java")
                .append(' ')
                .append(file.javaPackage())
                .append('\n');
        for (IdlFile include : file.includes()) {
            s.append("include \"").append(include.path()).append("\"\n");
        }
        for (Enumeration e : file.enums()) {
            s.append("\n/** An enum. */\nenum ").append(e.name()).append(" {\n");
            int next = 0;
            for (Enumeration.Member member : e.members()) {
                s.append("  ").append(member.name());
                s.append(member.number() == next ? "" : " = " + member.number());
                s.append(SEPARATORS[member.name().length() % 4]).append('\n');
                next = member.number() + 1;
            }
            s.append("}\n");
        }
        for (int i = 0; i < file.typedefs().size(); i++) {
            s.append("\ntypedef ").append(file.typedefs().get(i).text());
            s.append(' ').append(file.typedefNames().get(i)).append('\n');
        }
        for (RandomSchema.Constant constant : file.constants()) {
            s.append("\nconst ").append(constant.type().text()).append(' ').append(constant.name());
            s.append(" = ").append(constant.text()).append('\n');
        }
        for (StructDecl struct : file.structs()) {
            s.append("\n/** A ").append(struct.struct().kind().text).append(". */\n");
            s.append(struct.struct().kind().text)
                    .append(' ')
                    .append(struct.struct().name());
            s.append(" {\n");
            for (FieldDecl field : struct.fields()) {
                String declared = declares.text(struct, field);
                if (!declared.isEmpty()) {
                    s.append("  ").append(field.field().id()).append(": ").append(declared);
                    s.append(SEPARATORS[field.field().id() % SEPARATORS.length]).append('\n');
                }
            }
            s.append("}\n");
        }
        return s.append("\nservice Unused {\n  void ping()\n}\n").toString();
    }

    /** A value as a literal. */
    static String literal(Shape shape, Object value, Function<Enumeration, String> enumName) {
        if (value instanceof StructValue struct) {
            List<String> fields = new ArrayList<>();
            struct.fields().forEach((id, v) -> {
                Shape.Field field = struct.type().field(id);
                fields.add('"' + field.name() + "\": " + literal(field.shape(), v, enumName));
            });
            return "{" + String.join(", ", fields) + "}";
        } else if (shape instanceof Shape.MapOf map) {
            List<String> entries = new ArrayList<>();
            ((Map<?, ?>) value)
                    .forEach((k, v) ->
                            entries.add(literal(map.key(), k, enumName) + ": " + literal(map.value(), v, enumName)));
            return "{" + String.join(", ", entries) + "}";
        } else if (value instanceof Iterable<?> elements) {
            Shape element = shape instanceof Shape.SetOf set ? set.element() : ((Shape.ListOf) shape).element();
            List<String> all = new ArrayList<>();
            elements.forEach(v -> all.add(literal(element, v, enumName)));
            return "[" + String.join(", ", all) + "]";
        } else if (shape instanceof Enumeration e) {
            return e.members().stream()
                    .filter(m -> m.number() == (Integer) value)
                    .map(m -> enumName.apply(e) + "." + m.name())
                    .findFirst()
                    .orElseThrow();
        } else if (value instanceof ByteBuffer bytes) {
            return quoted(new String(bytes.array(), StandardCharsets.US_ASCII));
        } else if (value instanceof String || value instanceof java.util.UUID) {
            return quoted(value.toString());
        }
        return value.toString();
    }

    private static String quoted(String text) {
        String escaped = text.replace("\\", "\\\\");
        return text.length() % 2 == 0
                ? '"' + escaped.replace("\"", "\\\"") + '"'
                : "'" + escaped.replace("'", "\\'") + "'";
    }
}
