package dev.fastcodec.idl.probe;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One construct of Thrift and what other compilers say of it.
 *
 * @param name unique among all probes
 * @param verdicts by the name of the compiler
 * @param files text by path; {@link #MAIN} is what is compiled
 */
record Probe(String name, Map<String, Verdict> verdicts, Map<String, String> files) {
    /** The file that is compiled. */
    static final String MAIN = "main.thrift";

    Probe {
        verdicts = new LinkedHashMap<>(verdicts);
        files = new LinkedHashMap<>(files);
    }

    /** The verdict of a compiler. */
    Verdict verdict(String compiler) {
        Verdict verdict = verdicts.get(compiler);
        if (verdict == null) {
            throw new IllegalStateException(name + " has no verdict of " + compiler);
        }
        return verdict;
    }

    @Override
    public String toString() {
        return name;
    }
}
