package dev.fastcodec.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fastcodec.wkt.StringValue;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouterTest {
    private static final Handler<StringValue, StringValue> A_FIND = handler("A", "find");
    private static final Handler<StringValue, StringValue> A_PING = handler("A", "ping");
    private static final Handler<StringValue, StringValue> B_FIND = handler("B", "find");

    private static Handler<StringValue, StringValue> handler(String service, String name) {
        return Handlers.unary(Texts.method(name, Texts.UNARY.mode()).in(service, () -> null), q -> q);
    }

    @Test
    void findsByServiceAndMethod() {
        Router router = Router.of(List.of(A_FIND, A_PING), List.of(B_FIND));
        assertSame(A_FIND, router.find("A", "find"));
        assertSame(B_FIND, router.find("B", "find"));
        assertNull(router.find("B", "ping"));
        assertNull(router.find("C", "find"));
        assertEquals(Set.of("A", "B"), router.services());
        assertEquals(List.of(A_FIND, A_PING, B_FIND), router.handlers());
    }

    @Test
    void findsWithoutServiceWhatIsNotAmbiguous() {
        Router router = Router.of(List.of(A_FIND, A_PING), List.of(B_FIND));
        assertSame(A_PING, router.find("ping"));
        assertNull(router.find("find"));
        assertSame(B_FIND, router.fallback("B").find("find"));
        assertSame(A_PING, router.fallback("B").find("ping"));
    }

    @Test
    void refusesToStartWhereNobodyCanTell() {
        Router router = Router.of(List.of(A_FIND, A_PING), List.of(B_FIND));
        assertEquals(
                "method find is in the services A, B, and none of them is the fallback",
                assertThrows(IllegalStateException.class, router::requireUnambiguous)
                        .getMessage());
        router.fallback("A").requireUnambiguous();
        Router.of(List.of(A_FIND, A_PING)).requireUnambiguous();
    }

    @Test
    void refusesTwoHandlersOfOneMethodAndAFallbackThatIsNotThere() {
        assertThrows(IllegalArgumentException.class, () -> Router.of(List.of(A_FIND, A_FIND)));
        Router router = Router.of(List.of(A_FIND));
        assertThrows(IllegalArgumentException.class, () -> router.fallback("C"));
    }
}
