// Which of 64 bytes are what, a bit for each: a compiler makes few vector instructions of it, and Swift's vectors have no
// word for it. Bit 0 is the first byte.

#pragma once

#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef uint8_t cmasks_lanes __attribute__((ext_vector_type(16)));
typedef _Bool cmasks_bits __attribute__((ext_vector_type(16)));

// Where 16 bytes, after these bits were set in each, are that byte.
static inline __attribute__((always_inline)) uint64_t cmasks_of_16(const uint8_t *at, uint8_t set, uint8_t byte) {
  cmasks_lanes lanes;
  memcpy(&lanes, at, sizeof lanes);
  const cmasks_bits bits = __builtin_convertvector((lanes | (cmasks_lanes)set) == (cmasks_lanes)byte, cmasks_bits);
  uint16_t mask;
  memcpy(&mask, &bits, sizeof mask);
  return mask;
}

static inline __attribute__((always_inline)) uint64_t cmasks_of(const uint8_t *at, uint8_t set, uint8_t byte) {
  return cmasks_of_16(at, set, byte) | cmasks_of_16(at + 16, set, byte) << 16 | cmasks_of_16(at + 32, set, byte) << 32 |
         cmasks_of_16(at + 48, set, byte) << 48;
}

// What separates fields and rows of comma-separated values.
typedef struct {
  uint64_t quotes, commas, breaks;
} cmasks_csv_masks;

static inline __attribute__((always_inline)) cmasks_csv_masks cmasks_csv(const uint8_t *at) {
  return (cmasks_csv_masks){cmasks_of(at, 0, '"'), cmasks_of(at, 0, ','), cmasks_of(at, 0, '\n')};
}

// What gives JSON its structure; brackets count as braces, from which one bit tells them apart.
typedef struct {
  uint64_t quotes, backslashes, colons, openers, closers, breaks;
} cmasks_json_masks;

static inline __attribute__((always_inline)) cmasks_json_masks cmasks_json(const uint8_t *at) {
  return (cmasks_json_masks){cmasks_of(at, 0, '"'),    cmasks_of(at, 0, '\\'),   cmasks_of(at, 0, ':'),
                             cmasks_of(at, 0x20, '{'), cmasks_of(at, 0x20, '}'), cmasks_of(at, 0, '\n')};
}

// How often a byte stands there.
static inline size_t cmasks_count(const uint8_t *at, size_t count, uint8_t byte) {
  size_t found = 0;
  size_t done = 0;
  while (count - done >= 16) {
    // A lane holds up to 255.
    const size_t rounds = (count - done) / 16 < 255 ? (count - done) / 16 : 255;
    cmasks_lanes sums = (cmasks_lanes)0;
    for (size_t round = 0; round < rounds; round++, done += 16) {
      cmasks_lanes lanes;
      memcpy(&lanes, at + done, sizeof lanes);
      sums -= (cmasks_lanes)(lanes == (cmasks_lanes)byte);
    }
    for (int lane = 0; lane < 16; lane++) found += sums[lane];
  }
  for (; done < count; done++) found += at[done] == byte;
  return found;
}
