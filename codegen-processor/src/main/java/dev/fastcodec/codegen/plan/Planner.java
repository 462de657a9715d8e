package dev.fastcodec.codegen.plan;

import dev.fastcodec.codegen.Options;
import dev.fastcodec.codegen.descriptor.OptionTexts;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.schema.SchemaFile;
import dev.fastcodec.idl.schema.Service;
import dev.fastcodec.idl.schema.StructType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Plans the classes of the requested files of a schema. */
public final class Planner {
    /** A Java enum's initialiser holds some 2,700 constants before it passes the 64 KiB of a method. */
    private static final int MOST_ENUM_CONSTANTS = 2000;

    private static final int CONSTANTS_PER_PART = 1000;

    private final TypeNames names;
    private final Options options;

    private Planner(Schema schema, Options options) {
        this.names = new TypeNames(schema, options);
        this.options = options;
    }

    /** The top-level classes to be written, in the order of files and declarations. */
    public static List<TypePlan> plan(Schema schema, Options options) {
        Planner planner = new Planner(schema, options);
        OptionTexts optionTexts = new OptionTexts(schema);
        List<TypePlan> plans = new ArrayList<>();
        for (SchemaFile file : schema.requested()) {
            for (StructType struct : file.structs()) {
                plans.add(planner.struct(struct));
            }
            for (EnumType type : file.enums()) {
                plans.add(planner.enumeration(type));
            }
            if (!file.structs().isEmpty()
                    || !file.enums().isEmpty()
                    || options.services() && !file.services().isEmpty()) {
                plans.add(new SchemaPlanner(file, planner.names, optionTexts, options.services())
                        .plan(options.descriptors() ? DescriptorText.of(schema, file) : List.of()));
            }
            ExtensionsPlan extensions = new ExtensionPlanner(planner.names).plan(file);
            if (extensions != null) {
                plans.add(extensions);
            }
            if (!file.constants().isEmpty()) {
                plans.add(new ConstantsPlanner(file, planner.names).plan());
            }
            if (options.services()) {
                for (Service service : file.services()) {
                    plans.add(new ServicePlanner(service, planner.names, options).plan());
                }
            }
        }
        return plans;
    }

    /**
     * The services whose base is in a file that is not requested and has classes, but none of the base.
     *
     * @param isThere whether there is a class file of this path
     */
    public static List<Service> withoutBase(Schema schema, Options options, Predicate<String> isThere) {
        if (!options.services()) {
            return List.of();
        }
        List<Service> all = new ArrayList<>();
        TypeNames names = null;
        for (SchemaFile file : schema.requested()) {
            for (Service service : file.services()) {
                Service base = service.base();
                if (base != null && !isRequested(schema, base)) {
                    names = names == null ? new TypeNames(schema, options) : names;
                    if (isThere.test(names.table(base.file()).classFile())
                            && !isThere.test(names.of(base).classFile())) {
                        all.add(service);
                    }
                }
            }
        }
        return all;
    }

    private static boolean isRequested(Schema schema, Service service) {
        return schema.requested().stream()
                .anyMatch(file -> file.info().path().equals(service.file().path()));
    }

    private StructPlan struct(StructType struct) {
        List<TypePlan> nested = new ArrayList<>();
        for (StructType inner : struct.body().structs()) {
            nested.add(struct(inner));
        }
        for (EnumType inner : struct.body().enums()) {
            nested.add(enumeration(inner));
        }
        return new StructPlanner(struct, names, options).plan(nested);
    }

    private EnumPlan enumeration(EnumType type) {
        List<String> constantNames = TypeNames.constants(type);
        Names scope = new Names(constantNames);
        scope.takeAll(List.of(TypeNames.schemaConstant(type)));
        List<EnumPlan.Constant> constants = new ArrayList<>();
        for (EnumType.Value value : type.values()) {
            constants.add(new EnumPlan.Constant(
                    constantNames.get(constants.size()),
                    value.number(),
                    TypeNames.doc(value.comments().text()),
                    TypeNames.isDeprecated(value.options())));
        }
        return new EnumPlan(
                names.of(type),
                type.file().path(),
                constants,
                names.schema(type),
                scope.take("UNRECOGNIZED"),
                scope.take("LOOKUP"),
                scope.take("number"),
                scope.take("ALL"),
                constants.size() > MOST_ENUM_CONSTANTS ? CONSTANTS_PER_PART : 0,
                TypeNames.doc(type.comments().text()),
                TypeNames.isDeprecated(type.options()));
    }
}
