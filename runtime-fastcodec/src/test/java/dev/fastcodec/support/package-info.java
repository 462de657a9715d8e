/** What the tests share: byte vectors, random numbers, measuring. No test is here. */
package dev.fastcodec.support;
