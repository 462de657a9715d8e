package dev.fastcodec.codegen.image;

import static dev.fastcodec.codegen.image.Place.FILE;

import dev.fastcodec.codegen.bootstrap.Edition;
import dev.fastcodec.codegen.bootstrap.EnumDescriptorProto;
import dev.fastcodec.codegen.bootstrap.EnumOptions;
import dev.fastcodec.codegen.bootstrap.EnumValueDescriptorProto;
import dev.fastcodec.codegen.bootstrap.EnumValueOptions;
import dev.fastcodec.codegen.bootstrap.FileDescriptorProto;
import dev.fastcodec.codegen.bootstrap.FileOptions;
import dev.fastcodec.codegen.bootstrap.MethodDescriptorProto;
import dev.fastcodec.codegen.bootstrap.MethodOptions;
import dev.fastcodec.codegen.bootstrap.ServiceDescriptorProto;
import dev.fastcodec.codegen.bootstrap.ServiceOptions;
import dev.fastcodec.codegen.bootstrap.SymbolVisibility;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file descriptor as the {@code .proto} text that declares the same. */
final class FileText {
    private final FileDescriptorProto file;
    private final OptionSource options;
    private final ProtoLines lines;
    private final FieldText fields;

    private FileText(FileDescriptorProto file, OptionSource options) {
        this.file = file;
        this.options = options;
        this.lines = new ProtoLines(file.getSourceCodeInfo());
        this.fields = new FieldText(dialect(file), file.getEdition() == Edition.EDITION_UNSTABLE, options, lines);
    }

    /**
     * The text of a file.
     *
     * @throws IllegalArgumentException when the descriptor has something that no text can say
     */
    static String of(FileDescriptorProto file, OptionSource options) {
        FileText text = new FileText(file, options);
        text.writeHeaders();
        text.writeDeclarations();
        return text.lines.text();
    }

    /** Which rules of writing labels hold. */
    enum Dialect {
        PROTO2,
        PROTO3,
        EDITIONS
    }

    private static Dialect dialect(FileDescriptorProto file) {
        return switch (string(file.getSyntax())) {
            case "", "proto2" -> Dialect.PROTO2;
            case "proto3" -> Dialect.PROTO3;
            case "editions" -> Dialect.EDITIONS;
            default -> throw new IllegalArgumentException("unknown syntax \"" + file.getSyntax() + "\"");
        };
    }

    /** A string field that may be absent. */
    static String string(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private void writeHeaders() {
        if (dialect(file) == Dialect.EDITIONS) {
            String edition = String.valueOf(file.getEdition()).replace("EDITION_", "");
            lines.declare(FILE.of(Place.FILE_EDITION), "edition = \"" + edition + "\";");
        } else {
            String syntax = dialect(file) == Dialect.PROTO3 ? "proto3" : "proto2";
            lines.declare(FILE.of(Place.FILE_SYNTAX), "syntax = \"" + syntax + "\";");
        }
        if (!string(file.getPackage()).isEmpty()) {
            lines.declare(FILE.of(Place.FILE_PACKAGE), "package " + Words.path(file.getPackage()) + ";");
        }
        List<String> imports = file.getDependency();
        for (int i = 0; i < imports.size(); i++) {
            String kind = file.getPublicDependency().contains(i)
                    ? "public "
                    : file.getWeakDependency().contains(i) ? "weak " : "";
            lines.declare(
                    FILE.of(Place.FILE_DEPENDENCY, i), "import " + kind + OptionSource.quoted(imports.get(i)) + ";");
        }
        List<String> optionImports = file.getOptionDependency();
        for (int i = 0; i < optionImports.size(); i++) {
            lines.declare(
                    FILE.of(Place.FILE_OPTION_DEPENDENCY, i),
                    "import option " + OptionSource.quoted(optionImports.get(i)) + ";");
        }
        if (file.getOptions() != null) {
            List<String> set = options.of("FileOptions", FileOptions.PROTO.encode(file.getOptions()));
            lines.options(set, file.getOptions().getUninterpretedOption());
        }
    }

    private void writeDeclarations() {
        MessageText messages = new MessageText(dialect(file), options, lines, fields, this::writeEnum);
        messages.writeTopLevel(file);
        for (int i = 0; i < file.getEnumType().size(); i++) {
            writeEnum(file.getEnumType().get(i), FILE.of(Place.FILE_ENUM, i));
        }
        for (int i = 0; i < file.getService().size(); i++) {
            writeService(file.getService().get(i), FILE.of(Place.FILE_SERVICE, i));
        }
    }

    /** {@code export} and {@code local}, which edition 2024 has. */
    static String visibility(@Nullable SymbolVisibility visibility) {
        if (visibility == SymbolVisibility.VISIBILITY_LOCAL) {
            return "local ";
        }
        return visibility == SymbolVisibility.VISIBILITY_EXPORT ? "export " : "";
    }

    private void writeEnum(EnumDescriptorProto type, Place place) {
        lines.open(place, visibility(type.getVisibility()) + "enum " + Words.name(type.getName()));
        if (type.getOptions() != null) {
            List<String> set = options.of("EnumOptions", EnumOptions.PROTO.encode(type.getOptions()));
            lines.options(set, type.getOptions().getUninterpretedOption());
        }
        for (int i = 0; i < type.getValue().size(); i++) {
            EnumValueDescriptorProto value = type.getValue().get(i);
            List<String> bracketed = List.of();
            if (value.getOptions() != null) {
                bracketed = OptionSource.joined(
                        options.of("EnumValueOptions", EnumValueOptions.PROTO.encode(value.getOptions())),
                        OptionSource.uninterpreted(value.getOptions().getUninterpretedOption()));
            }
            String line =
                    Words.name(value.getName()) + " = " + value.getNumber() + OptionSource.bracketed(bracketed) + ";";
            lines.declare(place.of(Place.ENUM_VALUE, i), line);
        }
        for (EnumDescriptorProto.EnumReservedRange range : type.getReservedRange()) {
            String end = range.getEnd() == Integer.MAX_VALUE ? "max" : Integer.toString(range.getEnd());
            lines.line("reserved " + range.getStart() + " to " + end + ";");
        }
        fields.writeReservedNames(type.getReservedName());
        lines.close();
    }

    private void writeService(ServiceDescriptorProto service, Place place) {
        lines.open(place, "service " + Words.name(service.getName()));
        if (service.getOptions() != null) {
            List<String> set = options.of("ServiceOptions", ServiceOptions.PROTO.encode(service.getOptions()));
            lines.options(set, service.getOptions().getUninterpretedOption());
        }
        for (int i = 0; i < service.getMethod().size(); i++) {
            writeMethod(service.getMethod().get(i), place.of(Place.SERVICE_METHOD, i));
        }
        lines.close();
    }

    /** Braces only where there are options: descriptors tell whether there are braces. */
    private void writeMethod(MethodDescriptorProto method, Place place) {
        String head = "rpc " + Words.name(method.getName()) + "(" + stream(method.getClientStreaming())
                + Words.path(method.getInputType()) + ") returns (" + stream(method.getServerStreaming())
                + Words.path(method.getOutputType()) + ")";
        if (method.getOptions() == null) {
            lines.declare(place, head + ";");
            return;
        }
        lines.open(place, head);
        List<String> set = options.of("MethodOptions", MethodOptions.PROTO.encode(method.getOptions()));
        lines.options(set, method.getOptions().getUninterpretedOption());
        lines.close();
    }

    private static String stream(boolean streaming) {
        return streaming ? "stream " : "";
    }
}
