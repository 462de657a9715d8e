/**
 * What the three front doors have in common: the options, and the bytes they make. What each does alone is tested in its
 * own module.
 */
package dev.fastcodec.golden.doors;
