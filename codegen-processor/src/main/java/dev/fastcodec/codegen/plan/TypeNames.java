package dev.fastcodec.codegen.plan;

import dev.fastcodec.codegen.Options;
import dev.fastcodec.codegen.Options.WireFormat;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.FileInfo;
import dev.fastcodec.idl.schema.FileInfo.Language;
import dev.fastcodec.idl.schema.ScalarType;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.schema.SchemaFile;
import dev.fastcodec.idl.schema.Service;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import dev.fastcodec.idl.schema.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Java classes of every type of a schema, imported ones included. */
final class TypeNames {
    private static final String WELL_KNOWN = "google.protobuf";
    private static final String WELL_KNOWN_JAVA = "dev.fastcodec.wkt";

    /** What the compiler alone needs of Google's types; no part of the runtime. */
    private static final String DESCRIPTOR = "google/protobuf/descriptor.proto";

    private static final String PLUGIN = "google/protobuf/compiler/plugin.proto";
    private static final String DESCRIPTOR_JAVA = "dev.fastcodec.codegen.bootstrap";

    private static final Set<WireFormat> CALL_FORMATS =
            EnumSet.of(WireFormat.BINARY, WireFormat.COMPACT, WireFormat.TJSON);

    private final Options options;
    private final Map<Type, JavaName> names = new IdentityHashMap<>();
    private final Map<String, JavaName> extensions = new HashMap<>();
    private final Map<StructType, Names> nestedScopes = new IdentityHashMap<>();
    private final Map<StructType, StructNames> properties = new IdentityHashMap<>();
    private final Map<StructType, CodecNames> codecs = new IdentityHashMap<>();
    private final Set<StructType> mayLack;
    private final Set<String> unnamed;
    private final Map<String, JavaName> tables = new HashMap<>();
    private final Map<String, JavaName> constants = new HashMap<>();
    private final Map<Service, JavaName> services = new IdentityHashMap<>();
    private final Map<Service, ServiceNames> serviceNames = new IdentityHashMap<>();
    private final Map<StructType, String> servicesOfStructs = new IdentityHashMap<>();

    TypeNames(Schema schema, Options options) {
        this.options = options;
        this.mayLack = RequiredFields.mayLack(schema);
        for (SchemaFile file : schema.files()) {
            Names scope = Names.ofTypes(List.of());
            String packageName = packageOf(file.info());
            for (StructType struct : file.structs()) {
                names.put(struct, new JavaName(packageName, List.of(scope.take(struct.name()))));
            }
            for (EnumType type : file.enums()) {
                names.put(type, new JavaName(packageName, List.of(scope.take(type.name()))));
            }
            for (Service service : file.services()) {
                services.put(service, new JavaName(packageName, List.of(scope.take(service.name()))));
            }
        }
        nameClassesOfFiles(schema);
        unnamed = Stream.concat(names.values().stream(), services.values().stream())
                .filter(name -> name.packageName().isEmpty())
                .map(JavaName::simpleName)
                .collect(Collectors.toSet());
        for (SchemaFile file : schema.files()) {
            for (StructType struct : file.structs()) {
                nameNested(struct, of(struct));
            }
        }
    }

    private void nameClassesOfFiles(Schema schema) {
        Map<String, Names> scopes = new HashMap<>();
        Stream.concat(names.values().stream(), services.values().stream())
                .forEach(name -> scopes.computeIfAbsent(name.packageName(), p -> Names.ofTypes(List.of()))
                        .takeAll(name.simpleNames().subList(0, 1)));
        for (SchemaFile file : schema.files()) {
            String packageName = packageOf(file.info());
            Names scope = scopes.computeIfAbsent(packageName, p -> Names.ofTypes(List.of()));
            String base = Names.upperCamel(file.info().baseName().replaceAll("[^A-Za-z0-9_.]", "_"));
            tables.put(file.info().path(), new JavaName(packageName, List.of(scope.take(base + "Schema"))));
            constants.put(file.info().path(), new JavaName(packageName, List.of(scope.take(base + "Constants"))));
            extensions.put(file.info().path(), new JavaName(packageName, List.of(scope.take(base + "Ext"))));
        }
    }

    /** The class of a file's extensions. */
    JavaName extensions(FileInfo file) {
        return Objects.requireNonNull(extensions.get(file.path()), file.path());
    }

    /**
     * The simple names that a class may not hide by one nested in it: those of the unnamed package, if it is in that, because they
     * have no other.
     */
    Set<String> notHidden(JavaName name) {
        return name.packageName().isEmpty() ? unnamed : Set.of();
    }

    private void nameNested(StructType struct, JavaName name) {
        Names scope = Names.ofTypes(name.simpleNames());
        scope.takeAll(notHidden(name));
        for (StructType nested : struct.body().structs()) {
            JavaName inner = name.nested(scope.take(nested.name()));
            names.put(nested, inner);
            nameNested(nested, inner);
        }
        for (EnumType nested : struct.body().enums()) {
            names.put(nested, name.nested(scope.take(nested.name())));
        }
        EnumMap<WireFormat, String> classes = new EnumMap<>(WireFormat.class);
        for (WireFormat format : formats(struct.file().language())) {
            classes.put(format, scope.take(Names.upperCamel(format.name().toLowerCase(java.util.Locale.ROOT))));
        }
        codecs.put(struct, new CodecNames(classes));
        nestedScopes.put(struct, scope);
    }

    /** The interface of a service. */
    JavaName of(Service service) {
        return Objects.requireNonNull(services.get(service), service.fullName());
    }

    /** The names that a service gives out. */
    ServiceNames service(Service service) {
        ServiceNames known = serviceNames.get(service);
        if (known == null) {
            Service base = service.base();
            known = new ServiceNames(service, of(service), base == null ? null : service(base), this);
            serviceNames.put(service, known);
        }
        return known;
    }

    /** Names a struct that a service is called with. */
    void add(StructType struct, JavaName name, String service) {
        names.put(struct, name);
        servicesOfStructs.put(struct, service);
        nameNested(struct, name);
    }

    /** The formats of a struct: those of its language, of which calls have binary ones and what is as good as that. */
    List<WireFormat> formats(StructType struct) {
        List<WireFormat> all = formats(struct.file().language());
        return servicesOfStructs.containsKey(struct)
                ? all.stream().filter(CALL_FORMATS::contains).toList()
                : all;
    }

    /** The formats that types of this language get. */
    List<WireFormat> formats(Language language) {
        return Arrays.stream(WireFormat.values())
                .filter(f -> f.isFor(language) && options.formats().contains(f))
                .toList();
    }

    /** Whether a file is descriptor.proto, whose beans are the compiler's own. */
    static boolean isDescriptor(FileInfo file) {
        return file.path().equals(DESCRIPTOR);
    }

    /** The Java package of a file. */
    private String packageOf(FileInfo file) {
        String name;
        String suffix = options.javaPackageSuffix();
        if (file.language() == Language.THRIFT) {
            name = Objects.requireNonNullElse(file.namespace("java"), "");
        } else if (file.path().equals(DESCRIPTOR) || file.path().equals(PLUGIN)) {
            name = DESCRIPTOR_JAVA;
            suffix = "";
        } else if (file.packageName().equals(WELL_KNOWN) || file.packageName().startsWith(WELL_KNOWN + ".")) {
            name = WELL_KNOWN_JAVA + file.packageName().substring(WELL_KNOWN.length());
            suffix = "";
        } else {
            name = Objects.requireNonNullElse(file.options().text("java_package"), file.packageName());
        }
        List<String> parts = new ArrayList<>();
        for (String part : name.split("\\.")) {
            parts.add(part.isEmpty() ? part : new Names(List.of()).take(part));
        }
        if (suffix.isEmpty()) {
            return String.join(".", parts);
        }
        return name.isEmpty() ? suffix : String.join(".", parts) + "." + suffix;
    }

    /** The class of a message or enum. */
    JavaName of(Type type) {
        return Objects.requireNonNull(names.get(type), type.toString());
    }

    /** The class of a file's table. */
    JavaName table(FileInfo file) {
        return Objects.requireNonNull(tables.get(file.path()), file.path());
    }

    /** The class of a file's constants. */
    JavaName constants(FileInfo file) {
        return Objects.requireNonNull(constants.get(file.path()), file.path());
    }

    /** Where a message's schema comes from. */
    SchemaPlan.Ref schema(StructType struct) {
        String service = servicesOfStructs.get(struct);
        String path = service == null ? path(struct) : service + "." + struct.name();
        return new SchemaPlan.Ref(table(struct.file()), path, schemaConstant(struct));
    }

    /** Where an enum's schema comes from. */
    SchemaPlan.Ref schema(EnumType type) {
        return new SchemaPlan.Ref(table(type.file()), path(type), schemaConstant(type));
    }

    /** The constant that holds a type's schema, which an enum may have for something else. */
    static String schemaConstant(Type type) {
        return new Names(type instanceof EnumType e ? constants(e) : List.of()).take("SCHEMA");
    }

    /** A type's name behind those of its parents: {@code Order.Line}. */
    static String path(StructType struct) {
        StructType parent = struct.parent();
        return parent == null ? struct.name() : path(parent) + "." + struct.name();
    }

    /** A type's name behind those of its parents. */
    static String path(EnumType type) {
        StructType parent = type.parent();
        return parent == null ? type.name() : path(parent) + "." + type.name();
    }

    /** The names of the properties of a message. */
    StructNames properties(StructType struct) {
        return properties.computeIfAbsent(struct, s -> new StructNames(s, this));
    }

    /** The Java names of an enum's constants, in their order: those of the IDL unless Java has them for something else. */
    static List<String> constants(EnumType type) {
        Names scope = new Names(List.of());
        return type.values().stream().map(v -> scope.take(v.name())).toList();
    }

    /** A schema value as a literal. */
    LiteralPlan literal(Value value) {
        if (value instanceof Value.Bool v) {
            return new LiteralPlan.Bool(v.value());
        } else if (value instanceof Value.Int v) {
            return new LiteralPlan.Int(v.value());
        } else if (value instanceof Value.Float v) {
            return new LiteralPlan.Real(v.value());
        } else if (value instanceof Value.Text v) {
            return new LiteralPlan.Text(v.value());
        } else if (value instanceof Value.Bytes v) {
            return new LiteralPlan.Bytes(v.value());
        } else if (value instanceof Value.EnumValue v) {
            String name = constants(v.type()).get(v.type().values().indexOf(v.value()));
            return new LiteralPlan.Constant(name, v.value().number());
        } else if (value instanceof Value.ListOf v) {
            return new LiteralPlan.ListOf(
                    v.elements().stream().map(this::literal).toList());
        } else if (value instanceof Value.MapOf v) {
            return new LiteralPlan.MapOf(v.entries().stream()
                    .map(e -> new LiteralPlan.Entry(literal(e.key()), literal(e.value())))
                    .toList());
        } else if (value instanceof Value.Struct v) {
            StructNames struct = properties(v.type());
            return new LiteralPlan.Struct(v.fields().stream()
                    .map(f -> new LiteralPlan.Setter(
                            struct.of(f.field()).property(), value(f.field().type()), literal(f.value())))
                    .toList());
        }
        throw new AssertionError(value);
    }

    /** The codec classes of a message. */
    CodecNames codecs(StructType struct) {
        return Objects.requireNonNull(codecs.get(struct), struct.toString());
    }

    /** Whether a message or one below it may lack a field that Protobuf requires. */
    boolean mayLack(StructType struct) {
        return mayLack.contains(struct);
    }

    /** The scope of the classes nested in a message, in which its own types and codecs are taken. */
    Names nestedScope(StructType struct) {
        return Objects.requireNonNull(nestedScopes.get(struct), struct.toString());
    }

    /** The plan of a type. */
    ValuePlan value(Type type) {
        if (type instanceof ScalarType scalar) {
            return new ValuePlan.Scalar(scalar);
        } else if (type instanceof EnumType e) {
            return new ValuePlan.Enumeration(of(e), schemaConstant(e), JsonForms.isNull(e));
        } else if (type instanceof StructType s) {
            return new ValuePlan.Struct(of(s), codecs(s), mayLack(s), JsonForms.takesNull(s));
        } else if (type instanceof Type.ListOf list) {
            return new ValuePlan.ListOf(value(list.element()));
        } else if (type instanceof Type.SetOf set) {
            return new ValuePlan.SetOf(value(set.element()));
        } else if (type instanceof Type.MapOf map) {
            return new ValuePlan.MapOf(value(map.key()), value(map.value()));
        }
        throw new AssertionError(type);
    }

    /** Whether the option is there and not false: Thrift's annotation may have no value, or say what to use instead. */
    static boolean isDeprecated(dev.fastcodec.idl.schema.Options options) {
        Value value = options.get("deprecated");
        return value != null
                && !(value instanceof Value.Bool b && !b.value())
                && !(value instanceof Value.Text t && t.value().equals("false"));
    }

    /** Whether naming the type in Java names a deprecated class. */
    static boolean isDeprecated(Type type) {
        if (type instanceof EnumType e) {
            return isDeprecated(e.options()) || e.parent() != null && isDeprecated((Type) e.parent());
        } else if (type instanceof StructType s) {
            return isDeprecated(s.options()) || s.parent() != null && isDeprecated((Type) s.parent());
        } else if (type instanceof Type.ListOf list) {
            return isDeprecated(list.element());
        } else if (type instanceof Type.SetOf set) {
            return isDeprecated(set.element());
        }
        return type instanceof Type.MapOf map && (isDeprecated(map.key()) || isDeprecated(map.value()));
    }

    /** Whether writing the value down in Java names something deprecated. */
    static boolean usesDeprecated(Value value) {
        if (value instanceof Value.EnumValue v) {
            return isDeprecated(v.type()) || isDeprecated(v.value().options());
        } else if (value instanceof Value.ListOf v) {
            return v.elements().stream().anyMatch(TypeNames::usesDeprecated);
        } else if (value instanceof Value.MapOf v) {
            return v.entries().stream().anyMatch(e -> usesDeprecated(e.key()) || usesDeprecated(e.value()));
        }
        return value instanceof Value.Struct v
                && (isDeprecated(v.type())
                        || v.fields().stream()
                                .anyMatch(f -> isDeprecated(f.field().options())
                                        || isDeprecated(f.field().type())
                                        || usesDeprecated(f.value())));
    }

    /** Javadoc text from comments, or empty. */
    static String doc(@Nullable String text) {
        return text == null ? "" : text.stripIndent().strip();
    }
}
