/** Decoded values as Connect data: schemas, keys, headers, offsets. */
package io.github.kisconnect.record;
