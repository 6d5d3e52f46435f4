/// The version of the whole suite; the tools are released together.
package let version = "0.1.0"
