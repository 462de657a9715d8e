package dev.fastcodec.golden.thrift;

import dev.fastcodec.golden.thrift.Shape.Base;
import dev.fastcodec.golden.thrift.Shape.Enumeration;
import dev.fastcodec.golden.thrift.Shape.Field;
import dev.fastcodec.golden.thrift.Shape.Kind;
import dev.fastcodec.golden.thrift.Shape.Need;
import dev.fastcodec.golden.thrift.Shape.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A few files that include each other, with every kind of declaration, made from a source of random numbers. Written as
 * IDL by {@link IdlText}.
 */
final class RandomSchema {
    private static final Base[] BASES = Base.values();
    private static final int MOST_ID = 32767;

    /** A shape and how a file says it. */
    record Typed(Shape shape, String text) {}

    /** A field and its type and default as the file says them. */
    record FieldDecl(Field field, Typed type, @Nullable String initial) {}

    /** A struct-like type and its fields as the file says them. */
    record StructDecl(Struct struct, List<FieldDecl> fields) {}

    /** A constant and its value. */
    record Constant(String name, Typed type, Object value, String text) {}

    /** A file; its lists are filled one after the other. */
    record IdlFile(
            String path,
            String base,
            String javaPackage,
            List<IdlFile> includes,
            List<Enumeration> enums,
            List<Typed> typedefs,
            List<String> typedefNames,
            List<Constant> constants,
            List<StructDecl> structs) {}

    private final List<IdlFile> files = new ArrayList<>();
    private final SplittableRandom random;
    private final String rootPackage;
    private final double odd;

    private RandomSchema(SplittableRandom random, String rootPackage, double odd) {
        this.random = random;
        this.rootPackage = rootPackage;
        this.odd = odd;
    }

    /**
     * Makes a schema.
     *
     * @param rootPackage the Java package that those of the files are in
     * @param odd how many of the names are odd ones
     */
    static List<IdlFile> make(SplittableRandom random, String rootPackage, double odd) {
        RandomSchema schema = new RandomSchema(random, rootPackage, odd);
        for (String name : List.of("alpha", "sub/beta", "gamma_file")) {
            schema.addFile(name);
        }
        return schema.files;
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void addFile(String name) {
        String base = name.substring(name.indexOf('/') + 1);
        IdlFile file = new IdlFile(
                rootPackage + "/" + name + ".thrift",
                base,
                rootPackage + "." + base,
                new ArrayList<>(files),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        files.add(file);
        RandomNames names = new RandomNames(random, odd);
        for (int n = random.nextInt(1, 4); n > 0; n--) {
            file.enums().add(enumeration(names.any("E")));
        }
        for (int n = random.nextInt(3, 7); n > 0; n--) {
            Kind kind = oneIn(4) ? Kind.UNION : oneIn(5) ? Kind.EXCEPTION : Kind.STRUCT;
            file.structs().add(new StructDecl(new Struct(kind, file.path(), names.type()), new ArrayList<>()));
        }
        for (int n = random.nextInt(1, 4); n > 0; n--) {
            Typed of = type(file, 2, true);
            file.typedefs().add(of);
            file.typedefNames().add(names.any("D"));
        }
        for (int n = random.nextInt(1, 4); n > 0; n--) {
            Typed type = type(file, 1, false);
            if (canBeLiteral(type.shape())) {
                Object value = RandomValues.literals(random).value(type.shape(), 2);
                file.constants().add(new Constant(names.any("C"), type, value, literal(file, type.shape(), value)));
            }
        }
        for (int i = 0; i < file.structs().size(); i++) {
            fill(file, i, i == 0 && file.structs().get(0).struct().kind() != Kind.UNION);
        }
    }

    private Enumeration enumeration(String name) {
        RandomNames names = new RandomNames(random, odd);
        List<Enumeration.Member> members = new ArrayList<>();
        int number = oneIn(3) ? -random.nextInt(5) : random.nextInt(2);
        for (int n = random.nextInt(1, 7); n > 0; n--) {
            members.add(new Enumeration.Member(names.member(), number));
            number += oneIn(4) ? random.nextInt(0, 1000) : 1;
        }
        return new Enumeration(name, members);
    }

    private void fill(IdlFile file, int index, boolean large) {
        StructDecl decl = file.structs().get(index);
        Struct struct = decl.struct();
        RandomNames names = new RandomNames(random, odd);
        boolean union = struct.kind() == Kind.UNION;
        int count = large && oneIn(2) ? random.nextInt(20, 81) : random.nextInt(union ? 1 : 0, 12);
        List<Integer> ids = ids(count);
        for (int i = 0; i < count; i++) {
            boolean flat = union && i == 0;
            Typed type = flat ? base() : type(file, 3, true);
            Need need = union ? Need.DEFAULT : oneIn(6) ? Need.REQUIRED : any(List.of(Need.DEFAULT, Need.OPTIONAL));
            if (need == Need.REQUIRED && type.shape() instanceof Struct && !isEarlier(file, index, type.shape())) {
                need = Need.OPTIONAL;
            }
            Object initial = null;
            String text = null;
            if (!union && oneIn(4) && canBeDefault(file, index, type.shape())) {
                initial = RandomValues.literals(random).value(type.shape(), 2);
                text = literal(file, type.shape(), initial);
                for (Constant constant : file.constants()) {
                    if (constant.type().shape().equals(type.shape()) && oneIn(2)) {
                        initial = constant.value();
                        text = constant.name();
                    }
                }
            }
            Field field = new Field(ids.get(i), names.field(), type.shape(), need, initial);
            struct.fields().add(field);
            decl.fields().add(new FieldDecl(field, type, text));
        }
    }

    private List<Integer> ids(int count) {
        int style = random.nextInt(5);
        List<Integer> ids = new ArrayList<>();
        int id = style == 4 ? MOST_ID - 20 * count - random.nextInt(5) : 0;
        for (int i = 0; i < count; i++) {
            id += switch (style) {
                case 0 -> 1;
                case 1 -> random.nextInt(1, 20);
                case 2 -> random.nextInt(14, 18);
                case 3 -> oneIn(3) ? random.nextInt(1, 300) : 1;
                default -> random.nextInt(1, 21);
            };
            ids.add(id);
        }
        if (count > 0 && oneIn(4)) {
            ids.set(count - 1, MOST_ID);
        }
        for (int i = count - 1; oneIn(3) && i > 0; i--) {
            java.util.Collections.swap(ids, i, random.nextInt(i + 1));
        }
        return ids;
    }

    private Typed base() {
        Base base = BASES[random.nextInt(BASES.length)];
        return new Typed(base, base == Base.I8 && oneIn(2) ? "byte" : base.text);
    }

    /** A type that a file can name. */
    private Typed type(IdlFile file, int containers, boolean typedefs) {
        int kind = random.nextInt(20);
        if (kind < 6 && containers > 0) {
            return container(file, containers, typedefs);
        }
        IdlFile from = oneIn(3) && !file.includes().isEmpty() ? any(file.includes()) : file;
        String prefix = from == file ? "" : from.base() + ".";
        if (kind < 9) {
            Struct struct = any(from.structs()).struct();
            return new Typed(struct, prefix + struct.name());
        } else if (kind < 11) {
            Enumeration enumeration = any(from.enums());
            return new Typed(enumeration, prefix + enumeration.name());
        } else if (kind < 13 && typedefs && !from.typedefs().isEmpty()) {
            int i = random.nextInt(from.typedefs().size());
            return new Typed(
                    from.typedefs().get(i).shape(), prefix + from.typedefNames().get(i));
        }
        return base();
    }

    private Typed container(IdlFile file, int containers, boolean typedefs) {
        Typed element = type(file, containers - 1, typedefs);
        switch (random.nextInt(3)) {
            case 0:
                return new Typed(new Shape.ListOf(element.shape()), "list<" + element.text() + ">");
            case 1:
                Typed member = key(file, containers, typedefs);
                return new Typed(new Shape.SetOf(member.shape()), "set<" + member.text() + ">");
            default:
                Typed key = key(file, containers, typedefs);
                return new Typed(
                        new Shape.MapOf(key.shape(), element.shape()),
                        "map<" + key.text() + ", " + element.text() + ">");
        }
    }

    /** A type for keys and members of sets; not one with bytes inside a container, which have no equality in Java. */
    private Typed key(IdlFile file, int containers, boolean typedefs) {
        for (; ; ) {
            Typed key = oneIn(3) ? type(file, containers - 1, typedefs) : base();
            if (!hasBytesInside(key.shape())) {
                return key;
            }
        }
    }

    private static boolean hasBytesInside(Shape shape) {
        if (shape instanceof Shape.ListOf list) {
            return list.element() == Base.BINARY || hasBytesInside(list.element());
        } else if (shape instanceof Shape.SetOf set) {
            return hasBytesInside(set.element());
        }
        return shape instanceof Shape.MapOf map
                && (map.value() == Base.BINARY || hasBytesInside(map.key()) || hasBytesInside(map.value()));
    }

    /** Whether the type is declared before this one, so that no struct contains itself by defaults or requirements. */
    private static boolean isEarlier(IdlFile file, int index, Shape shape) {
        List<StructDecl> own = file.structs();
        for (int i = 0; i < own.size(); i++) {
            if (own.get(i).struct() == shape) {
                return i < index;
            }
        }
        return true;
    }

    /** Structs are literals of fields only: a constant of a struct would come before the struct's fields are known. */
    private static boolean canBeLiteral(Shape shape) {
        if (shape instanceof Shape.ListOf list) {
            return canBeLiteral(list.element());
        } else if (shape instanceof Shape.SetOf set) {
            return canBeLiteral(set.element());
        } else if (shape instanceof Shape.MapOf map) {
            return canBeLiteral(map.key()) && canBeLiteral(map.value());
        }
        return !(shape instanceof Struct);
    }

    private static boolean canBeDefault(IdlFile file, int index, Shape shape) {
        return canBeLiteral(shape)
                || shape instanceof Struct struct
                        && struct.kind() != Kind.UNION
                        && isEarlier(file, index, struct)
                        && struct.fields().stream().allMatch(f -> canBeLiteral(f.shape()));
    }

    private String literal(IdlFile file, Shape shape, Object value) {
        return IdlText.literal(shape, value, e -> {
            IdlFile from = files.stream()
                    .filter(f -> f.enums().contains(e))
                    .findFirst()
                    .orElseThrow();
            return from == file ? e.name() : from.base() + "." + e.name();
        });
    }
}
