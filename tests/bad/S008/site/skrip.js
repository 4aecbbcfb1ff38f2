tema()
