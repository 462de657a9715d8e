package dev.fastcodec.idl;

import dev.fastcodec.idl.schema.Constant;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.Extension;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.Oneof;
import dev.fastcodec.idl.schema.Options;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.schema.SchemaFile;
import dev.fastcodec.idl.schema.Service;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.schema.Typedef;
import dev.fastcodec.idl.schema.Value;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a schema as text for goldens: one line per declaration, everything that was linked visible. */
public final class SchemaText {
    private final StringBuilder out = new StringBuilder();
    private String indent = "";

    private SchemaText() {}

    /** The requested files of a schema; of the others only the name. */
    public static String of(Schema schema) {
        SchemaText text = new SchemaText();
        schema.files().forEach(text::file);
        return text.out.toString();
    }

    private void line(String text) {
        out.append(indent).append(text.stripTrailing()).append('\n');
    }

    private void nested(Runnable members) {
        indent += "  ";
        members.run();
        indent = indent.substring(2);
    }

    private void file(SchemaFile file) {
        if (!file.requested()) {
            line("import of " + file.info().path());
            return;
        }
        line("file " + file.info().path() + " " + file.info().edition()
                + (file.info().packageName().isEmpty()
                        ? ""
                        : " package " + file.info().packageName())
                + options(file.info().options()));
        nested(() -> {
            new TreeMap<>(file.info().namespaces()).forEach((k, v) -> line("namespace " + k + " " + v));
            file.imports()
                    .forEach(i ->
                            line("import " + i.path() + (i.isPublic() ? " public" : "") + (i.weak() ? " weak" : "")));
            file.enums().forEach(this::anEnum);
            file.structs().forEach(this::struct);
            file.extensions().forEach(this::extension);
            file.typedefs().forEach(this::typedef);
            file.constants().forEach(this::constant);
            file.services().forEach(this::service);
        });
    }

    private void typedef(Typedef typedef) {
        line("typedef " + typedef.name() + " = " + type(typedef.type()) + options(typedef.options()));
    }

    private void constant(Constant constant) {
        line("const " + constant.name() + " " + type(constant.type()) + " = " + value(constant.value())
                + options(constant.options()));
    }

    private void anEnum(EnumType anEnum) {
        line("enum " + anEnum.fullName() + (anEnum.closed() ? " closed" : " open") + options(anEnum.options()));
        nested(() -> anEnum.values().forEach(v -> line(v.name() + " = " + v.number() + options(v.options()))));
    }

    private void struct(StructType struct) {
        StructType.Body body = struct.body();
        line(struct.kind().name().toLowerCase(Locale.ROOT) + " " + struct.fullName() + options(struct.options()));
        nested(() -> {
            body.enums().forEach(this::anEnum);
            body.structs().forEach(this::struct);
            body.oneofs().forEach(this::oneof);
            body.fields().forEach(this::field);
            body.extensions().forEach(this::extension);
            body.extensionRanges()
                    .forEach(r -> line("extensions " + r.numbers().first() + " to "
                            + r.numbers().last() + options(r.options())));
        });
    }

    private void oneof(Oneof oneof) {
        line("oneof " + oneof.name() + options(oneof.options()));
    }

    private void field(Field field) {
        line(fieldText(field));
    }

    private void extension(Extension extension) {
        line("extend " + extension.extendee() + " " + extension.fullName() + ": " + fieldText(extension.field()));
    }

    private static String fieldText(Field f) {
        return f.number() + " " + f.name() + " " + type(f.type())
                + " " + f.presence().name().toLowerCase(Locale.ROOT)
                + (f.encoding().packed() ? " packed" : "")
                + (f.encoding().delimited() ? " delimited" : "")
                + (f.encoding().utf8() ? " utf8" : "")
                + (f.oneof() == null ? "" : " in " + f.oneof().name())
                + (f.defaultValue() == null ? "" : " = " + value(f.defaultValue()))
                + (f.jsonName().equals(f.name()) ? "" : " json " + f.jsonName())
                + options(f.options());
    }

    private void service(Service service) {
        line("service " + service.fullName()
                + (service.base() == null ? "" : " extends " + service.base().fullName())
                + options(service.options()));
        nested(() -> service.methods().forEach(this::method));
    }

    private void method(Service.Method m) {
        line((m.oneway() ? "oneway " : "") + m.name()
                + "(" + (m.clientStream() ? "stream " : "") + fields(m.parameters()) + ")"
                + (m.result() == null ? "" : ": " + (m.serverStream() ? "stream " : "") + type(m.result()))
                + (m.exceptions().isEmpty() ? "" : " throws " + fields(m.exceptions()))
                + options(m.options()));
    }

    private static String fields(List<Field> fields) {
        return fields.stream().map(SchemaText::fieldText).collect(Collectors.joining(", "));
    }

    private static String type(Type type) {
        if (type instanceof Type.ListOf list) {
            return "list<" + type(list.element()) + ">";
        }
        if (type instanceof Type.SetOf set) {
            return "set<" + type(set.element()) + ">";
        }
        if (type instanceof Type.MapOf map) {
            return "map<" + type(map.key()) + ", " + type(map.value()) + ">";
        }
        return type.toString();
    }

    private static String options(Options options) {
        if (options.all().stream().anyMatch(o -> o.value() instanceof Value.Raw)) {
            return options.settings().stream().map(SchemaText::setting).collect(Collectors.joining(", ", " [", "]"));
        }
        return options.all().isEmpty()
                ? ""
                : options.all().stream()
                        .map(o -> o.name() + "=" + value(o.value()))
                        .collect(Collectors.joining(", ", " [", "]"));
    }

    private static String setting(Options.Setting setting) {
        return setting.path().stream().map(Field::name).collect(Collectors.joining(".")) + "=" + value(setting.value());
    }

    private static String value(Value value) {
        if (value instanceof Value.Bool v) {
            return Boolean.toString(v.value());
        } else if (value instanceof Value.Int v) {
            return Long.toString(v.value());
        } else if (value instanceof Value.Float v) {
            return Double.toString(v.value());
        } else if (value instanceof Value.Text v) {
            return '"' + v.value() + '"';
        } else if (value instanceof Value.Bytes v) {
            return "bytes " + HexFormat.of().formatHex(v.value());
        } else if (value instanceof Value.EnumValue v) {
            return v.type().fullName() + "." + v.value().name();
        } else if (value instanceof Value.ListOf v) {
            return v.elements().stream().map(SchemaText::value).collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof Value.MapOf v) {
            return v.entries().stream()
                    .map(e -> value(e.key()) + ": " + value(e.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (value instanceof Value.Struct v) {
            return v.fields().stream()
                    .map(f -> f.field().name() + ": " + value(f.value()))
                    .collect(Collectors.joining(", ", v.type().fullName() + "{", "}"));
        }
        if (value instanceof Value.Any v) {
            return v.url() + value(v.message());
        }
        return "raw " + ((Value.Raw) value).text().replace("\n", "\\n");
    }
}
