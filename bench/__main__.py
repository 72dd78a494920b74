"""`make bench`: every figure of speed and size that the documentation quotes, one after another."""

from bench import length, memory, speed

for part in (memory, length, speed):
    print(f"== {part.__name__}")
    part.main()
