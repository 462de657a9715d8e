package dev.fastcodec.golden.proto;

import com.google.protobuf.DynamicMessage;
import dev.fastcodec.golden.proto.Corpus.Subject;
import dev.fastcodec.golden.support.Seed;
import java.util.List;
import java.util.SplittableRandom;

/** Runs a test on many random messages of all types of a corpus; failures tell the seed and the message. */
final class Trials {
    private static final int MOST_TEXT = 2000;

    private final Corpus corpus;

    Trials(Corpus corpus) {
        this.corpus = corpus;
    }

    /** What is tried with one message. */
    interface Trial {
        void run(Subject subject, DynamicMessage message, SplittableRandom random) throws Exception;
    }

    /** Tries messages of all types in turn, with unknown fields. */
    void run(String test, int values, Trial trial) {
        List<Subject> subjects = corpus.subjects();
        SplittableRandom random = Seed.random(test);
        for (int i = 0; i < Seed.values(values); i++) {
            Subject subject = subjects.get(i % subjects.size());
            SplittableRandom own = random.split();
            DynamicMessage message = new RandomValues(own, true, corpus::extensions).message(subject.descriptor());
            try {
                trial.run(subject, message, own);
            } catch (AssertionError | Exception e) {
                String where = Seed.describe() + test + ", value " + i + ", of " + subject;
                throw new AssertionError(where + ": " + e.getMessage() + "\n" + start(message), e);
            }
        }
    }

    private static String start(DynamicMessage message) {
        String text = message.toString();
        return text.substring(0, Math.min(text.length(), MOST_TEXT));
    }
}
