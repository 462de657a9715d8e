package dev.fastcodec.codegen.format;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.fastcodec.codegen.Options.WireFormat;
import dev.fastcodec.codegen.plan.FieldPlan;
import dev.fastcodec.codegen.plan.ValuePlan;
import org.jspecify.annotations.Nullable;

/**
 * In what Thrift's protocols differ as far as generated code sees it. While a struct is read, {@code h} is the header of
 * the field at hand: in Binary {@code type << 16 | id}, in Compact its first byte, with the id in {@code id}.
 */
interface ThriftDialect {
    /** Which protocol. */
    WireFormat format();

    /** Javadoc of the codec constant. */
    String doc();

    /** The runtime's codec class. */
    ClassName codec();

    /** The runtime's writer. */
    ClassName writer();

    /** The runtime's reader. */
    ClassName reader();

    /** Bytes at the most of a field header. */
    int mostHeader();

    /** Bytes at the most of a value, without the content of a string; 0 for bytes, structs and containers. */
    int most(ValuePlan value);

    /** Bytes that wide stores may touch behind what they write. */
    int slack();

    /**
     * Writes a field header, and moves {@code p}.
     *
     * @param last id of the field written before, or -1 when only the local {@code last} knows it
     * @param x the value, which a bool of Compact has in its header
     */
    CodeBlock writeHeader(FieldPlan field, int last, CodeBlock x);

    /** Whether a field's value is in its header. */
    boolean isInHeader(ValuePlan value);

    /** Whether ids are written and read relative to each other, with {@code last} as a local. */
    boolean countsIds();

    /** Writes the unknown fields, from {@code m.unknown}. */
    CodeBlock writeUnknown();

    /** Declares the locals for reading and reads the first header. */
    CodeBlock beginRead();

    /** Whether {@code h} is STOP. */
    String isStop();

    /** Works out, before the switch, what field {@code h} begins. */
    CodeBlock beforeSwitch();

    /** What the switch is over. */
    String subject();

    /** The labels of a field's case, without the last colon. */
    CodeBlock caseOf(FieldPlan field);

    /** Where the value of the field at hand begins: {@code p}, or what stands behind the header at {@code p}. */
    String valueAt();

    /** Reads the next header into {@code h}. */
    CodeBlock nextHeader();

    /** Goes round the loop unless {@code h} is the header of {@code next} after {@code field}. */
    CodeBlock expect(FieldPlan field, FieldPlan next);

    /** The wire's type of the field at hand. */
    String type();

    /** The arguments {@code type, id} of the field at hand, which is {@code known} or, if null, some other. */
    String typeAndId(@Nullable FieldPlan known);

    /** Moves {@code p} from where it is in a case of the switch to the value. */
    CodeBlock toValue();

    /** Reads the length of a string or bytes into a new local and checks it, and moves {@code p}. */
    CodeBlock readLength(String local);

    /** Reads a value that is no struct or container into a new local, and moves {@code p}. */
    CodeBlock readScalar(ValuePlan value, String local);

    /** The value of a bool field that is in its header, or what {@link #readScalar} would read. */
    CodeBlock readField(ValuePlan value, String local);
}
