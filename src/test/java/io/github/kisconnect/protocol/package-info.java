/** Tests of the wire: captured frames, lying and corrupt ones, and properties for all others. */
package io.github.kisconnect.protocol;
