package dev.fastcodec.wkt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Structs as maps and back. */
class StructsTest {
    @Test
    void mapsGoThereAndBack() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("none", null);
        map.put("yes", true);
        map.put("size", 3.5);
        map.put("name", "Ada");
        map.put("list", Arrays.asList(1.0, "two", null, Map.of("three", List.of())));
        map.put("empty", Map.of());
        Struct struct = Structs.of(map);
        assertEquals(map, Structs.toMap(struct));
        assertEquals(
                new ArrayList<>(map.keySet()),
                new ArrayList<>(Structs.toMap(struct).keySet()));
        assertEquals(struct, Struct.PROTO.decode(Struct.PROTO.encode(struct)));
        assertEquals(map.get("list"), Structs.toList(Structs.listOf((List<?>) map.get("list"))));
    }

    @Test
    void takesWhatIsAlike() {
        assertEquals(7.0, Structs.toObject(Structs.valueOf(7L)));
        assertEquals(0.5, Structs.toObject(Structs.valueOf(new BigDecimal("0.5"))));
        assertEquals("ab", Structs.toObject(Structs.valueOf(new StringBuilder("ab"))));
        assertEquals(List.of("a", 1.0), Structs.toObject(Structs.valueOf(new Object[] {"a", 1})));
        Struct struct = new Struct();
        assertSame(struct, Structs.valueOf(struct).getStructValue());
        ListValue list = new ListValue();
        assertSame(list, Structs.valueOf(list).getListValue());
    }

    @Test
    void refusesWhatJsonHasNot() {
        for (Object object :
                new Object[] {Double.NaN, Float.NEGATIVE_INFINITY, new Object(), 'c', Map.of(1, 2), new int[0]}) {
            assertThrows(IllegalArgumentException.class, () -> Structs.valueOf(object), object.toString());
        }
        Map<String, Object> cycle = new HashMap<>();
        cycle.put("again", cycle);
        assertThrows(IllegalArgumentException.class, () -> Structs.of(cycle));
        assertThrows(IllegalArgumentException.class, () -> Structs.toObject(new Value()));
        Value deep = new Value().setBoolValue(true);
        for (int i = 0; i < 102; i++) {
            Value outer = new Value();
            outer.mutableListValue().addValues().mutableListValue().getValues().add(deep);
            deep = outer;
        }
        Value tooDeep = deep;
        assertThrows(IllegalArgumentException.class, () -> Structs.toObject(tooDeep));
    }
}
