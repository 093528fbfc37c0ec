#include "heap.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <malloc.h>
#include <sys/mman.h>

namespace gradus {

void lay_out_heap() {
  constexpr std::size_t huge_page = std::size_t{2} << 20U;
  constexpr int kept = 8 << 20U;      // what is smaller comes from the heap, and stays there
  constexpr std::size_t header = 64;  // more than malloc keeps beside a block
  mallopt(M_MMAP_THRESHOLD, kept);
  mallopt(M_TRIM_THRESHOLD, kept);

  // Wide enough to hold a whole huge page, wherever the heap begins.
  void* const heap = std::malloc(2 * huge_page);
  if (heap == nullptr) return;
  const std::size_t before = huge_page - reinterpret_cast<std::uintptr_t>(heap) % huge_page;
  (void)madvise(static_cast<std::byte*>(heap) + before, huge_page, MADV_HUGEPAGE);
  std::free(heap);

  // Never touched, so it costs nothing: what is allocated next lies in the huge page.
  [[maybe_unused]] static void* volatile skipped =
      before > header ? std::malloc(before - header) : nullptr;
}

}  // namespace gradus
