package dev.fastcodec.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AgreementTest {
    @ParameterizedTest
    @EnumSource
    void oursAndPeersMakeTheSameBytes(Shape shape) {
        for (int index = 0; index < 32; index++) {
            int i = index;
            assertDoesNotThrow(() -> Agreement.check(shape, i));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FASTCODEC_COMPACT", "LIBTHRIFT_COMPACT"})
    void footersAreBuiltWithAllTheyHad(Contender contender) throws Exception {
        Subject<Object, Object> subject = contender.on(Shape.FOOTERS);
        for (int index = 0; index < 266; index++) {
            assertArrayEquals(
                    Footers.bytes(index), subject.encode().apply(subject.build().apply(Shape.FOOTERS.data(index))));
        }
    }

    @ParameterizedTest
    @CsvSource({"MEDIA, 237", "NUMERIC, 1195", "STRINGS, 564", "TREE, 6672", "BYTES, 65540"})
    void messagesHaveTheSizeThatIsTold(Shape shape, int bytes) throws Exception {
        Subject<Object, Object> subject = Contender.PROTOBUF_JAVA.on(shape);
        assertEquals(bytes, subject.encode().apply(subject.build().apply(shape.data(0))).length);
    }
}
