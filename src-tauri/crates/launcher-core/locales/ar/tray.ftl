# رمز شريط النظام: قائمته وما يظهر بجانب المؤشر.
# سطر واحد لكل منها، بأقصر ما يمكن: عرض القائمة بعرض أطول سطورها.

tray-title = OpenMeetings Launcher

tray-next = { $meeting } · { $when }
tray-when-on = الآن، حتى { $time }
tray-when-minutes = خلال { $minutes } د
tray-when-at = في { $time }
tray-when-tomorrow = غدًا في { $time }
tray-when-day = { $day }، { $time }

tray-join = انضمام: { $meeting }
tray-opens-at = { $meeting } · يُفتح في { $time }
tray-no-room = { $meeting } · لا غرفة

tray-row = { $time } · { $meeting }
tray-untitled = (بلا عنوان)
tray-more = المزيد…
tray-loading = جارٍ تحميل الاجتماعات
tray-nothing = لا اجتماعات اليوم
tray-nothing-more = لا مزيد من الاجتماعات اليوم
tray-no-servers = لا خادم محفوظ بعد
tray-add-server = إضافة خادم…
tray-all-failed = تعذّر تحميل الاجتماعات

tray-joining = الانضمام إلى { $target }
tray-cancel = إلغاء

tray-field = الانضمام برابط أو رقم…
tray-rooms = الغرف
tray-room = { $room } · { $server }
tray-rejoin = العودة إلى { $room }

tray-open = فتح
tray-settings = الإعدادات
tray-quit = إنهاء
