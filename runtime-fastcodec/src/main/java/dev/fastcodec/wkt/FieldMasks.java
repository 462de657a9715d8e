package dev.fastcodec.wkt;

import dev.fastcodec.EncodeException;
import dev.fastcodec.Message;
import dev.fastcodec.MessageType;
import dev.fastcodec.protobuf.MaskedFields;
import dev.fastcodec.protobuf.MaskedFields.Fields;
import dev.fastcodec.protobuf.MaskedFields.Lists;
import dev.fastcodec.schema.FieldSchema;
import dev.fastcodec.schema.FieldType;
import dev.fastcodec.schema.MessageSchema;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Field masks, by the rules of field_mask.proto: a path is the name of a field, behind those of the messages that it is in, {@code card.last_four}.
 * All but the last name must be of messages that are not repeated. A path covers all that begin with it.
 *
 * <p>Those that change messages do so by their encoded form: a generated class needs nothing for that, and the cost is that of writing and reading
 * the message. Extensions of a message that was changed are among its unknown fields, where {@code get} finds them. They throw
 * {@link EncodeException} when a message cannot be written, since a required field is missing.
 */
public final class FieldMasks {
    private FieldMasks() {}

    /** A mask of these paths, as they are. */
    public static FieldMask of(String... paths) {
        return new FieldMask().setPaths(List.of(paths));
    }

    /** A mask of paths with commas between them; empty ones are left out. */
    public static FieldMask fromString(String paths) {
        return of(Arrays.stream(paths.split(",")).filter(path -> !path.isEmpty()).toArray(String[]::new));
    }

    /** The paths with commas between them. */
    public static String toString(FieldMask mask) {
        return String.join(",", mask.getPaths());
    }

    /** A mask of all fields of a type. */
    public static FieldMask allOf(MessageSchema type) {
        return of(type.fields().stream().map(FieldSchema::name).toArray(String[]::new));
    }

    /** Whether every path is one of the type. */
    public static boolean isValid(FieldMask mask, MessageSchema type) {
        return mask.getPaths().stream().allMatch(path -> isValid(path, type));
    }

    /** Whether a path is one of the type. */
    public static boolean isValid(String path, MessageSchema type) {
        return problem(path, type) == null;
    }

    /**
     * Returns the mask if every path is one of the type.
     *
     * @throws IllegalArgumentException tells the first path that is not, and why
     */
    public static FieldMask check(FieldMask mask, MessageSchema type) {
        for (String path : mask.getPaths()) {
            String problem = problem(path, type);
            if (problem != null) {
                throw new IllegalArgumentException("\"" + path + "\" is no field of " + type.fullName() + ": " + problem);
            }
        }
        return mask;
    }

    /** What is wrong with a path, or null. */
    private static String problem(String path, MessageSchema type) {
        MessageSchema message = type;
        String before = "";
        for (String name : path.split("\\.", -1)) {
            if (message == null) {
                return before + " is no single message";
            }
            FieldSchema field = message.field(name);
            if (field == null) {
                return message.fullName() + " has no field \"" + name + "\"";
            }
            message = field.type() instanceof MessageSchema m ? m : null;
            before = name;
        }
        return null;
    }

    /** The paths in order of their names, without those that others cover. */
    public static FieldMask normalize(FieldMask mask) {
        return union(mask);
    }

    /** What any of the masks covers, normalized. */
    public static FieldMask union(FieldMask... masks) {
        MaskTree tree = new MaskTree();
        for (FieldMask mask : masks) {
            tree.addAll(mask);
        }
        return tree.toMask();
    }

    /** What both masks cover, normalized. */
    public static FieldMask intersect(FieldMask a, FieldMask b) {
        return MaskTree.of(a).intersect(MaskTree.of(b)).toMask();
    }

    /**
     * What one mask covers without what others cover, normalized. A part of a field that the mask has as a whole cannot be taken away, and stays.
     */
    public static FieldMask subtract(FieldMask mask, FieldMask... others) {
        MaskTree tree = MaskTree.of(mask);
        for (FieldMask other : others) {
            other.getPaths().forEach(tree::remove);
        }
        return tree.toMask();
    }

    /**
     * Removes everything from a message that the mask does not cover, extensions and unknown fields too.
     *
     * @return whether anything was removed
     * @throws IllegalArgumentException when a path is none of the message
     */
    public static <M extends Message<M>> boolean trim(FieldMask mask, M message) {
        return MaskedFields.keep(type(message), message, fields(mask, message));
    }

    /**
     * Copies what the mask covers from one message to another. A number, bool, enum, string or bytes takes the place of what is there, or clears it if
     * the source has none; a message is merged into the one that is there; a list or map is added.
     *
     * @throws IllegalArgumentException when a path is none of the message
     */
    public static <M extends Message<M>> void merge(FieldMask mask, M source, M target) {
        MaskedFields.copy(type(source), source, target, fields(mask, source), Lists.ADD);
    }

    /**
     * Copies what the mask covers from one message to another, which then has just that there: also messages, lists and maps take the place of what
     * is there, or clear it if the source has none. This is what an update with a mask asks for (AIP-134).
     *
     * @throws IllegalArgumentException when a path is none of the message
     */
    public static <M extends Message<M>> void replace(FieldMask mask, M source, M target) {
        MaskedFields.copy(type(source), source, target, fields(mask, source), Lists.REPLACE);
    }

    @SuppressWarnings("unchecked") // the schema is that of the message
    private static <M extends Message<M>> MessageType<M> type(M message) {
        return (MessageType<M>) message.schema().type();
    }

    private static Fields fields(FieldMask mask, Message<?> message) {
        check(mask, message.schema());
        return fields(MaskTree.of(mask), message.schema());
    }

    private static Fields fields(MaskTree tree, MessageSchema type) {
        Map<Integer, Fields> fields = new HashMap<>();
        tree.children().forEach((name, child) -> {
            FieldSchema field = type.field(name);
            boolean adds = field.type() instanceof MessageSchema
                    || field.type() instanceof FieldType.ListOf
                    || field.type() instanceof FieldType.MapOf;
            fields.put(
                    field.number(),
                    child.isWhole() ? new Fields(Map.of(), adds) : fields(child, (MessageSchema) field.type()));
        });
        return new Fields(fields, false);
    }
}
