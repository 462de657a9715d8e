/**
 * Both front ends and linkers under Jazzer, run by the profile {@code fuzz} alone: the targets, and the seeds from the other tests.
 * Nothing here needs Jazzer to compile. What it finds becomes a test beside the code at fault.
 */
@NullMarked
package dev.fastcodec.idl.fuzz;

import org.jspecify.annotations.NullMarked;
