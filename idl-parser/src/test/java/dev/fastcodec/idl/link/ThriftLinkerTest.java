package dev.fastcodec.idl.link;

import dev.fastcodec.idl.LinkCase;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ThriftLinkerTest {
    static Stream<LinkCase> cases() {
        return LinkCase.in("link/thrift", ".thrift");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void linksAsExpected(LinkCase linkCase) throws IOException {
        linkCase.check();
    }
}
