/**
 * Tests of the house itself: goldens of what is generated and reported, the classes that Fastcodec makes for itself, and
 * the rules about what may depend on what.
 */
package dev.fastcodec.golden.house;
