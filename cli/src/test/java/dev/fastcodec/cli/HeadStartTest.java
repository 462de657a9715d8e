package dev.fastcodec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fastcodec.codegen.bootstrap.FileDescriptorSet;
import dev.fastcodec.idl.diag.Diagnostics;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadStartTest {
    @Test
    void compilesItsLinesWithoutAReport() throws Exception {
        Diagnostics diagnostics = new Diagnostics();

        List<byte[]> sets = HeadStart.compile(diagnostics);

        assertEquals(List.of(), diagnostics.inFileOrder());
        assertEquals(1, sets.size());
        var file = FileDescriptorSet.PROTO.decode(sets.get(0)).getFile().get(0);
        assertEquals("Order", file.getMessageType().get(0).getName());
        assertEquals("Orders", file.getService().get(0).getName());
    }
}
