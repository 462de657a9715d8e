package dev.fastcodec.codegen.plan;

import dev.fastcodec.idl.schema.Constant;
import dev.fastcodec.idl.schema.SchemaFile;
import java.util.ArrayList;
import java.util.List;

/** Plans the class of a file's constants. */
final class ConstantsPlanner {
    /** As many expressions of some parts each fill an initialiser to less than half. */
    private static final int MOST_AT_EASE = 100;

    private final SchemaFile file;
    private final TypeNames names;

    ConstantsPlanner(SchemaFile file, TypeNames names) {
        this.file = file;
        this.names = names;
    }

    ConstantsPlan plan() {
        Names scope = new Names(List.of());
        List<ConstantsPlan.Constant> constants = new ArrayList<>();
        for (Constant constant : file.constants()) {
            ValuePlan type = names.value(constant.type());
            constants.add(new ConstantsPlan.Constant(
                    scope.take(constant.name()),
                    type,
                    names.literal(constant.value()),
                    type.isChangeable(),
                    TypeNames.doc(constant.comments().text()),
                    TypeNames.isDeprecated(constant.options())));
        }
        long large = constants.stream().filter(c -> c.value().parts() > 1).count();
        return new ConstantsPlan(
                names.constants(file.info()),
                file.info().path(),
                constants,
                helper(constants),
                large > MOST_AT_EASE,
                file.constants().stream()
                        .anyMatch(c -> TypeNames.isDeprecated(c.type()) || TypeNames.usesDeprecated(c.value())));
    }

    /** A name that no constant has before an underscore. */
    private static String helper(List<ConstantsPlan.Constant> constants) {
        StringBuilder helper = new StringBuilder("make");
        while (constants.stream().anyMatch(c -> c.name().startsWith(helper + "_"))) {
            helper.append('_');
        }
        return helper.toString();
    }
}
