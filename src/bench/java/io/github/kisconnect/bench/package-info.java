/** What decoding, hand-over and conversion cost, beside the obvious ways of doing the same. */
package io.github.kisconnect.bench;
