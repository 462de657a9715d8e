package shop;

/** Stands for generated code under version control. */
public final class Kept {
    private Kept() {}
}
